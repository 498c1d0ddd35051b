namespace Mabarra.CaseManager.Documents;

/// <summary>The section <c>Seal</c> of the configuration: the association's own certificate, when it has one.</summary>
public sealed class SealOptions
{
    public const string Section = "Seal";

    /// <summary>A PFX file with the private key. Without one the app makes a certificate of its own beside the key file.</summary>
    public string? Certificate { get; set; }

    public string? Password { get; set; }
}
