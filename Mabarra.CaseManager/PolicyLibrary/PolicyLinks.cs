namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>Addresses of the library.</summary>
public static class PolicyLinks
{
    public const string Library = "/library";

    /// <summary>This policy's text; a clause of it is <see cref="ClauseKey.Href"/>.</summary>
    public const string Policy = "/policy";
    public const string Public = "/public/policies";

    public static string Open(Guid policyId) => $"{Library}/{policyId}";

    public static string Read(Guid versionId) => $"{Library}/versions/{versionId}";

    public static string Edit(Guid versionId) => $"{Library}/versions/{versionId}/edit";

    public static string Print(Guid versionId) => $"{Library}/versions/{versionId}/print";

    public static string Compare(Guid policyId, Guid from, Guid to) => $"{Library}/{policyId}/compare?from={from}&to={to}";

    public static string PublicText(Guid policyId) => $"{Public}/{policyId}";

    public static string PublicPdf(Guid policyId) => $"{Public}/{policyId}/pdf";
}
