namespace Mabarra.CaseManager.Documents;

/// <summary>The sealed bytes of one file, in blocks. It is written before the row that names it, in the same transaction, so neither exists without the other (D3).</summary>
internal sealed class DocumentBody
{
    public required Guid Id { get; init; }

    public required long Length { get; init; }

    /// <summary>Of the plain bytes; checked again each time the last block is read.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>Even an empty body has one block, so that there is always a last one.</summary>
    public static int BlocksOf(long length) => (int)Math.Max(1, (length + DocumentLimits.BlockSize - 1) / DocumentLimits.BlockSize);
}

/// <summary>One sealed piece of a body.</summary>
internal sealed class DocumentBlock
{
    public required Guid BodyId { get; init; }

    public required int Index { get; init; }

    public required byte[] Sealed { get; init; }
}
