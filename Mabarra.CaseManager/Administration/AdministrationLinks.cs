namespace Mabarra.CaseManager.Administration;

/// <summary>Addresses of Administration's pages.</summary>
public static class AdministrationLinks
{
    public const string Backups = "/settings/backups";
    public const string Accounts = "/settings/accounts";
    public const string NewAccount = "/settings/accounts/new";
    public const string Permissions = "/settings/permissions";

    public static string Account(Guid id) => $"{Accounts}/{id}";
}
