using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>
/// Read, understood, signed (مسؤوليات-١): each for herself on her own account; who has none, on human resources' device, with the name of who lent it. Whose it is not is refused.
/// </summary>
public sealed class SigningService(CaseWriter writer, DocumentService documents)
{
    private const string FileName = "signature.png";

    /// <summary>The text came up on the screen; the time begins.</summary>
    public Task OpenAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, id, "policies.ack.begin", (_, ack, _) =>
    {
        var before = ack.OpenedAt;
        ack.Open(act);
        return before != ack.OpenedAt;
    }, cancel);

    /// <summary>«الاطلاع»: the end was reached, and not sooner than it can be read.</summary>
    /// <param name="hash">Of the text on the screen.</param>
    public Task ReadAsync(Act act, Guid id, string? hash, bool reachedEnd, CancellationToken cancel = default) => ChangeAsync(act, id, "policies.ack.read", (shown, ack, text) =>
    {
        AckLoader.RequireSame(text, hash);
        ack.Read(act, reachedEnd, shown.MinimumSeconds);
        return true;
    }, cancel);

    /// <summary>«الإلمام»: the answers to this try's questions, by the text of the answer.</summary>
    public async Task<CheckResult> AnswerAsync(Act act, Guid id, IReadOnlyDictionary<Guid, string> answers, CancellationToken cancel = default) => await writer.SaveAsync(async db =>
    {
        var (ack, member) = await LoadAsync(db, act, id, cancel);
        var (shown, _) = await AckLoader.TextAsync(db, ack, cancel);
        var bank = db.PolicyQuestions;
        var questions = await bank.AsNoTracking().Where(q => q.PolicyId == shown.PolicyId && q.IsActive).ToListAsync(cancel);
        var asked = Math.Min(SigningQueries.AskedAtOnce, questions.Count);
        var given = questions.Where(q => answers.ContainsKey(q.Id)).Take(asked).ToList();
        if (given.Count < asked)
            throw new RuleViolation("policies.check.unanswered");
        var wrong = given.Where(q => !string.Equals(q.Answers[0], answers[q.Id], StringComparison.Ordinal)).ToList();
        var passed = ack.Answer(act, asked - wrong.Count, asked);
        db.Record(act, passed ? "policies.ack.understand" : "policies.ack.fail", ack.VersionId, nameof(PolicyVersion), member.FullName, Clauses.Sign);
        return new CheckResult(passed, asked - wrong.Count, asked, [.. wrong.Select(q => q.Clause).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }, cancel);

    /// <summary>«التوقيع»: drawn on the screen, right after the password, under the very words in force.</summary>
    public async Task SignAsync(Act act, Guid id, string? hash, ReadOnlyMemory<byte>? drawing, CancellationToken cancel = default)
    {
        await writer.SaveAsync(db => LoadAsync(db, act, id, cancel), cancel);
        act.RequireFresh();
        if (drawing is not { Length: > 0 } picture)
            throw new RuleViolation("policies.sign.drawing", nameof(OnBehalfForm.Drawing));
        await using var staged = await documents.StagePngAsync(DrawingOf(id), picture, cancel);
        await writer.SaveAsync(async db =>
        {
            var (ack, member) = await LoadAsync(db, act, id, cancel);
            var (_, text) = await AckLoader.TextAsync(db, ack, cancel);
            AckLoader.RequireSame(text, hash);
            var stored = await documents.AttachAsync(db, act, staged, cancel);
            ack.Sign(act, AckSignature.Pad, stored.Id, text, IsOwn(act, member) ? null : act.Actor.Name);
            db.Record(act, "policies.ack.sign", ack.VersionId, nameof(PolicyVersion), member.FullName, Clauses.Sign);
        }, cancel);
    }

    internal static NewDocument DrawingOf(Guid id) => new()
    {
        Key = Guid.NewGuid(),
        OwnerId = id,
        OwnerType = nameof(Acknowledgement),
        FileName = FileName,
        Sensitivity = Sensitivity.Normal,
    };

    internal static bool IsOwn(Act act, StaffMember member) => member.IsActive && member.AccountId == act.Actor.Id;

    /// <summary>Who has no account reads and signs on human resources' device. Who cannot read is read to, and that is recorded with its witness (<see cref="DeskSigningService"/>).</summary>
    internal static bool IsAtDesk(Act act, StaffMember member) =>
        member is { IsActive: true, AccountId: null, CannotRead: false } && act.Actor.May(PolicyLibraryModule.RecordPermission);

    /// <param name="change">Says whether anything changed.</param>
    private Task ChangeAsync(Act act, Guid id, string action, Func<PolicyVersion, Acknowledgement, SignedText, bool> change, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        var (ack, member) = await LoadAsync(db, act, id, cancel);
        var (shown, text) = await AckLoader.TextAsync(db, ack, cancel);
        if (change(shown, ack, text))
            db.Record(act, action, ack.VersionId, nameof(PolicyVersion), member.FullName, Clauses.Sign);
    }, cancel);

    private static async Task<(Acknowledgement Ack, StaffMember Member)> LoadAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var (acknowledgements, members) = (db.Acknowledgements, db.StaffMembers);
        var ack = await acknowledgements.SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.OwnRule, id);
        var member = await members.AsNoTracking().SingleAsync(m => m.Id == ack.MemberId, cancel);
        return IsOwn(act, member) || IsAtDesk(act, member) ? (ack, member) : throw act.Refuse(PolicyLibraryModule.OwnRule, id);
    }
}
