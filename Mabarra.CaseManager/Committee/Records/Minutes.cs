using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Committee;

/// <summary>The life of minutes (DOMAIN.md §3.4), in its order.</summary>
public enum MinutesStatus
{
    /// <summary>مسودة.</summary>
    Draft,

    /// <summary>معمم للمراجعة.</summary>
    Circulated,

    /// <summary>قيد التوقيع: its words are fixed.</summary>
    Signing,

    /// <summary>معتمد: everybody signed, and the decisions stand.</summary>
    Approved,
}

/// <summary>
/// The minutes of a sitting (محضر): written from what happened, edited, then fixed and signed by everybody who was there, who presided last. What each signs is
/// the hash of the very content; after the first signature nothing of it changes but by supplementary minutes (DOMAIN.md §3.4).
/// </summary>
public sealed class Minutes : CaseEntity, IAudited
{
    /// <summary>Some sixty pages.</summary>
    public const int LongestBody = 200_000;

    private readonly List<MinutesSignature> _signatures = [];

    private Minutes()
    {
    }

    internal Minutes(Sitting sitting, int no, string body) => (SittingId, No, Number, Body) = (sitting.Id, no, no == 1 ? sitting.Label : $"{sitting.Label}-{no}", body);

    public Guid SittingId { get; private init; }

    /// <summary>1 for the minutes themselves; later ones are supplementary (محضر إلحاقي).</summary>
    public int No { get; private init; }

    public string Number { get; private init; } = "";

    [PrivateValue]
    public string Body { get; private set; } = "";

    public MinutesStatus Status { get; private set; }

    public DateTime? CirculatedAt { get; private set; }

    public DateTime? FixedAt { get; private set; }

    /// <summary>The last day for signing, so that the replies are still in time (ت-٦).</summary>
    public DateOnly? SignByOn { get; private set; }

    /// <summary>SHA-256 of the content that is signed.</summary>
    public byte[]? ContentHash { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>The issued paper.</summary>
    public Guid? PaperId { get; private set; }

    public IReadOnlyList<MinutesSignature> Signatures => _signatures;

    /// <summary>As they came, the presider's last.</summary>
    public IEnumerable<MinutesSignature> InOrder => _signatures.OrderBy(s => s.SignedAt).ThenBy(s => s.Id);

    Guid IAudited.AuditedRecordId => SittingId;

    public bool IsSupplementary => No > 1;

    public bool CanEdit => Status is MinutesStatus.Draft or MinutesStatus.Circulated;

    public bool HasSigned(Guid employeeId) => _signatures.Exists(s => s.EmployeeId == employeeId);

    internal void Edit(string body)
    {
        Require(CanEdit, "committees.minutes.fixed");
        Body = body;
    }

    internal void Circulate(Act act)
    {
        Require(Status == MinutesStatus.Draft, "committees.minutes.circulated");
        (Status, CirculatedAt) = (MinutesStatus.Circulated, act.At);
    }

    /// <summary>From here on its words stand.</summary>
    internal void Fix(Act act, string content, DateOnly signBy)
    {
        Require(CanEdit, "committees.minutes.fixed");
        (Status, FixedAt, SignByOn, ContentHash) = (MinutesStatus.Signing, act.At, signBy, HashOf(content));
    }

    /// <summary>Back to be edited, as long as nobody has signed.</summary>
    internal void Reopen()
    {
        Require(Status == MinutesStatus.Signing, "committees.minutes.notsigning");
        Require(_signatures.Count == 0, "committees.minutes.signed");
        (Status, FixedAt, SignByOn, ContentHash) = (MinutesStatus.Circulated, null, null, null);
    }

    /// <param name="awaited">Everybody who has to sign; who presides is the last of them.</param>
    /// <param name="part">What of it is this member's to sign, as it stands now: no other words are signed than those seen (C4).</param>
    internal MinutesSignature Sign(Act act, Attendance member, bool presides, IReadOnlyCollection<Guid> awaited, MinutesPart part, SignatureGiven given)
    {
        Require(Status == MinutesStatus.Signing, "committees.minutes.notsigning");
        Require(part.Hash.AsSpan().SequenceEqual(given.Seen), "committees.minutes.otherwords");
        Require(!HasSigned(member.EmployeeId), "committees.minutes.twice");
        Require(!presides || awaited.All(id => id == member.EmployeeId || HasSigned(id)), "committees.minutes.chairlast");
        var signature = new MinutesSignature(this, act, member, part, given);
        _signatures.Add(signature);
        return signature;
    }

    internal void Approve(Act act, Guid paperId) => (Status, ApprovedAt, PaperId) = (MinutesStatus.Approved, act.At, paperId);

    public static byte[] HashOf(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content.Normalize(NormalizationForm.FormC)));

    private static void Require(bool holds, string code)
    {
        if (!holds)
            throw new RuleViolation(code);
    }
}
