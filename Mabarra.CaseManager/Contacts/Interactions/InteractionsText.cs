namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>The words of the timeline and the register: <c>InteractionsText.resx</c> (Arabic) and <c>InteractionsText.en.resx</c>.</summary>
public sealed class InteractionsText;
