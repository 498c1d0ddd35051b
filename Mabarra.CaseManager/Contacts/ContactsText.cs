namespace Mabarra.CaseManager.Contacts;

/// <summary>The words of contacts: <c>ContactsText.resx</c> (Arabic) and <c>ContactsText.en.resx</c>.</summary>
public sealed class ContactsText;
