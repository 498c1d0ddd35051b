namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>Words of the liaison matrix.</summary>
public sealed class LiaisonText;
