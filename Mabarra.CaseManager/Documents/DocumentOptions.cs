namespace Mabarra.CaseManager.Documents;

/// <summary>The section <c>Documents</c> of the configuration.</summary>
public sealed class DocumentOptions
{
    public const string Section = "Documents";

    /// <summary>Where people outside reach the app: printed in the square code of every paper, so it must be the address for good.</summary>
    public string PublicUrl { get; set; } = Unset;

    /// <summary>Nobody has said it.</summary>
    internal const string Unset = "http://localhost:5000";

    /// <summary>How many times a minute one address may ask whether a paper is genuine.</summary>
    public int VerificationsPerMinute { get; set; } = 30;

    /// <summary>How many times a minute one address may ask for, or send to, a telephone's page. A whole office may stand behind one address.</summary>
    public int PhoneRequestsPerMinute { get; set; } = 60;

    /// <summary>Where a telephone reaches a page of the app: the address that was set, else the one this person uses herself.</summary>
    public Uri Reachable(string ownAddress, string path) =>
        new(new Uri(string.Equals(PublicUrl, Unset, StringComparison.Ordinal) ? ownAddress : PublicUrl.TrimEnd('/') + "/"), path.TrimStart('/'));
}
