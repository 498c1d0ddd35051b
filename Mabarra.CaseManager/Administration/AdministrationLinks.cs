namespace Mabarra.CaseManager.Administration;

/// <summary>Addresses of Administration's pages.</summary>
public static class AdministrationLinks
{
    public const string Backups = "/settings/backups";
}
