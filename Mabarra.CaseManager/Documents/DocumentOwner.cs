namespace Mabarra.CaseManager.Documents;

/// <summary>The record a document belongs to.</summary>
/// <param name="Type">Name of its entity, as its module's <see cref="IDocumentAccess"/> says it.</param>
public sealed record DocumentOwner(string Type, Guid Id);

/// <summary>A file somebody hands in.</summary>
public sealed record NewDocument
{
    /// <summary>Key the form was rendered with: the same file sent twice is stored once (C6).</summary>
    public required Guid Key { get; init; }

    public required Guid OwnerId { get; init; }

    public required string OwnerType { get; init; }

    /// <summary>As the browser gave it; only ever shown, after cleaning.</summary>
    public required string FileName { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    internal DocumentOwner Owner => new(OwnerType, OwnerId);
}
