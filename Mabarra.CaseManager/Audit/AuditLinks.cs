namespace Mabarra.CaseManager.Audit;

/// <summary>Addresses of Audit's pages.</summary>
public static class AuditLinks
{
    public const string Trail = "/settings/audit";
    public const string Access = "/settings/access";
}
