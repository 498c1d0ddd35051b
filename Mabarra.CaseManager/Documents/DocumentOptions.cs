namespace Mabarra.CaseManager.Documents;

/// <summary>The section <c>Documents</c> of the configuration.</summary>
public sealed class DocumentOptions
{
    public const string Section = "Documents";

    /// <summary>Where people outside reach the app: printed in the square code of every paper, so it must be the address for good.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5000";

    /// <summary>How many times a minute one address may ask whether a paper is genuine.</summary>
    public int VerificationsPerMinute { get; set; } = 30;
}
