using System.Security.Cryptography;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Tracking;

/// <summary>What somebody types who wants to follow a request.</summary>
public sealed record TrackingAsked(string? Number, string? Code, string? MobileTail);

/// <summary>All that the page says: state, days, and what is still missing. No name, no service, no amount, no outcome.</summary>
public sealed record TrackedRequest(
    string Number, RequestStatus Status, DateOnly OpenedOn, DateOnly? CompletedOn, DateOnly? DueOn, DateOnly? DecidedOn, DateOnly? AnsweredOn, DateOnly? EndedOn, IReadOnlyList<TrackedItem> Missing);

/// <summary>A paper still to be brought.</summary>
public sealed record TrackedItem(string NameAr, string NameEn);

/// <summary>
/// Answers whoever follows a request with the paper in hand (أ-٥). Anonymous. A wrong number, a wrong code and a wrong mobile cost the same questions to the
/// database and the same comparisons, and get the same answer.
/// </summary>
public sealed class RequestTracker(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, TrackingTries tries)
{
    private const int TailLength = 4;
    private const string Compared = "tracking-compared";

    /// <returns>The code's id, to be shown by <see cref="ShowAsync"/>; null when anything is wrong, and nobody is told what.</returns>
    public async Task<Guid?> FindAsync(TrackingAsked asked, CancellationToken cancel)
    {
        var hash = cipher.Lookup(Kind, VerifyCode.Normalise(asked.Code) ?? "");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (codes, requests, people) = (db.TrackingCodes, db.ServiceRequests, db.Beneficiaries);
        var code = await codes.AsNoTracking().Where(c => c.CodeHash == hash).Select(c => new HeldCode(c.Id, c.RequestId, c.VoidedAt == null)).FirstOrDefaultAsync(cancel)
            ?? HeldCode.None;
        // Asked even when there is no such code: what is wrong must not show in how long it takes.
        var request = await (from r in requests.AsNoTracking()
                             join b in people on r.BeneficiaryId equals b.Id
                             where r.Id == code.RequestId
                             select new { r.Number, b.Mobile }).FirstOrDefaultAsync(cancel);
        var tail = Tail(asked.MobileTail);
        // Every part is looked at, whatever came before it: & and not &&.
        var isRight = code.IsOpen
            & tries.MayTry(code.Id)
            & tail.Length == TailLength
            & Same(Number(asked.Number), Number(request?.Number))
            & Same(tail, Tail(request?.Mobile));
        return isRight ? code.Id : null;
    }

    /// <summary>The request behind a code that <see cref="FindAsync"/> let in; null when a new one was given meanwhile.</summary>
    public async Task<TrackedRequest?> ShowAsync(Guid codeId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (codes, requests) = (db.TrackingCodes, db.ServiceRequests);
        var request = await requests.AsNoTracking().Include(r => r.Items)
            .SingleOrDefaultAsync(r => codes.Any(c => c.Id == codeId && c.VoidedAt == null && c.RequestId == r.Id), cancel);
        if (request is null)
            return null;
        var missing = request.IsBeingTakenIn ? request.Items.Where(i => i.IsOpen).OrderBy(i => i.Order) : Enumerable.Empty<RequestItem>();
        return new TrackedRequest(
            request.Number, request.Status, RiyadhTime.DayOf(request.CreatedAt), request.CompletedOn, request.AwaitsReply ? request.DueOn : null, request.DecidedOn,
            request.Reply?.On, request.Ending?.On, [.. missing.Select(i => new TrackedItem(i.NameAr, i.NameEn))]);
    }

    private static string Kind => TrackingCodes.Kind;

    /// <summary>A number is told by its digits: nobody need find the Latin letters on an Arabic keyboard.</summary>
    private static string Number(string? typed) => new([.. Latin(typed).Where(char.IsAsciiDigit)]);

    /// <summary>Who types her whole number has typed its end.</summary>
    private static string Tail(string? typed)
    {
        var digits = Number(typed);
        return digits.Length > TailLength ? digits[^TailLength..] : digits;
    }

    private static string Latin(string? typed) => typed is { Length: <= 100 } ? Digits.ToLatin(typed) : "";

    /// <summary>As long for the first differing digit as for the last.</summary>
    private bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(cipher.Lookup(Compared, one), cipher.Lookup(Compared, other));

    private sealed record HeldCode(Guid Id, Guid RequestId, bool IsOpen)
    {
        public static readonly HeldCode None = new(Guid.Empty, Guid.Empty, IsOpen: false);
    }
}
