namespace Mabarra.CaseManager.Audit;

/// <summary>Somebody opened a beneficiary's file or a document (ح-٢): who, what, when and, where one is asked, why.</summary>
public sealed record AccessEntry(Guid Id, DateTime At, Guid ActorId, string ActorName, string RecordType, Guid RecordId, string? Why);
