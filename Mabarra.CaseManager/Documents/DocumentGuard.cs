namespace Mabarra.CaseManager.Documents;

/// <summary>Decides who gets near a document: the record's module answers for the record, the authorization matrix for sensitive papers (ح-٢).</summary>
public sealed class DocumentGuard(IEnumerable<IDocumentAccess> answerers)
{
    private readonly Dictionary<string, IDocumentAccess> answerers = answerers.ToDictionary(a => a.OwnerType, StringComparer.Ordinal);

    public Task<RecordAccess> OfAsync(Act act, DocumentOwner owner, CancellationToken cancel) =>
        act.Actor.IsSystem ? Task.FromResult(new RecordAccess(MaySee: true, MayChange: true, IsOwn: true, IsBeingTakenIn: true))
        : answerers.TryGetValue(owner.Type, out var answerer) ? answerer.OfAsync(act, owner.Id, cancel)
        : Task.FromResult(RecordAccess.None);

    /// <exception cref="AccessDenied">Not this person, not this record, or not this paper.</exception>
    /// <exception cref="RuleViolation">The person may, but has to say why first.</exception>
    public async Task RequireOpenAsync(Act act, DocumentOwner owner, Sensitivity sensitivity, CancellationToken cancel)
    {
        var access = await OfAsync(act, owner, cancel);
        if (!access.MaySee)
            throw act.Refuse(DocumentsModule.OpenRule, owner.Id);
        if (!Reaches(act, access, sensitivity))
            throw act.Refuse(DocumentsModule.SensitivePermission, owner.Id);
        if (NeedsReason(act, sensitivity) && CleanText.IsBlank(act.Why))
            throw new RuleViolation("documents.open.reason", nameof(Act.Why));
    }

    /// <exception cref="AccessDenied">Not this person, not this record, or not papers so sensitive.</exception>
    public async Task RequireChangeAsync(Act act, DocumentOwner owner, Sensitivity sensitivity, CancellationToken cancel)
    {
        var access = await OfAsync(act, owner, cancel);
        if (!access.MayChange)
            throw act.Refuse(DocumentsModule.ChangeRule, owner.Id);
        if (!Reaches(act, access, sensitivity))
            throw act.Refuse(DocumentsModule.SensitivePermission, owner.Id);
    }

    /// <summary>Whether a sensitive paper is within reach, leaving aside that a reason may have to be given.</summary>
    public static bool Reaches(Act act, RecordAccess access, Sensitivity sensitivity) =>
        sensitivity == Sensitivity.Normal || act.Actor.ReachOf(DocumentsModule.SensitivePermission) switch
        {
            Reach.All or Reach.Reason => true,
            Reach.Own => access.IsOwn,
            Reach.Intake => access.IsBeingTakenIn,
            _ => false,
        };

    public static bool NeedsReason(Act act, Sensitivity sensitivity) =>
        sensitivity != Sensitivity.Normal && act.Actor.ReachOf(DocumentsModule.SensitivePermission) == Reach.Reason;
}
