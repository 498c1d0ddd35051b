namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>Addresses of the library.</summary>
public static class PolicyLinks
{
    public const string Library = "/library";

    /// <summary>This policy's text; a clause of it is <see cref="ClauseKey.Href"/>.</summary>
    public const string Policy = "/policy";
    public const string Mine = $"{Library}/mine";
    public const string Coverage = $"{Library}/coverage";
    public const string Roster = $"{Library}/staff";
    public const string RosterImport = $"{Roster}/import";
    public const string Awareness = $"{Library}/awareness";
    public const string Public = "/public/policies";

    public static string Open(Guid policyId) => $"{Library}/{policyId}";

    public static string Read(Guid versionId) => $"{Library}/versions/{versionId}";

    public static string Edit(Guid versionId) => $"{Library}/versions/{versionId}/edit";

    public static string Print(Guid versionId) => $"{Library}/versions/{versionId}/print";

    public static string Compare(Guid policyId, Guid from, Guid to) => $"{Library}/{policyId}/compare?from={from}&to={to}";

    public static string CoverageOf(Guid versionId) => $"{Coverage}?version={versionId}";

    /// <summary>The paper of a version's coverage.</summary>
    public static string CoveragePaper(Guid versionId) => $"{Coverage}/{versionId}/print";

    /// <summary>Reading, check and signature of one acknowledgement.</summary>
    public static string Sign(Guid acknowledgementId) => $"{Library}/sign/{acknowledgementId}";

    /// <summary>The same at human resources, for somebody else.</summary>
    public static string Record(Guid acknowledgementId) => $"{Library}/record/{acknowledgementId}";

    public static string Questions(Guid policyId) => $"{Library}/{policyId}/questions";

    public static string Certificate(Guid acknowledgementId) => $"{Library}/sign/{acknowledgementId}/print";

    public static string Receipt(Guid copyId) => $"{Library}/copies/{copyId}/print";

    public static string PublicText(Guid policyId) => $"{Public}/{policyId}";

    public static string PublicPdf(Guid policyId) => $"{Public}/{policyId}/pdf";
}
