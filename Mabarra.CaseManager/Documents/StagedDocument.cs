namespace Mabarra.CaseManager.Documents;

/// <summary>A file that has arrived, is sealed in a temporary file and was found good. Attach it in a transaction, or dispose it and it is gone.</summary>
public sealed class StagedDocument : IAsyncDisposable
{
    private readonly SpooledBody body;

    internal StagedDocument(SpooledBody body, DocumentOwner owner, string fileName, DocumentKind kind, Sensitivity sensitivity)
    {
        this.body = body;
        Owner = owner;
        FileName = fileName;
        Kind = kind;
        Sensitivity = sensitivity;
    }

    public DocumentOwner Owner { get; }

    /// <summary>As it will be shown.</summary>
    public string FileName { get; }

    public DocumentKind Kind { get; }

    public Sensitivity Sensitivity { get; }

    public long Length => body.Length;

    public ReadOnlyMemory<byte> Sha256 => body.Sha256;

    internal SpooledBody Body => body;

    public ValueTask DisposeAsync() => body.DisposeAsync();
}
