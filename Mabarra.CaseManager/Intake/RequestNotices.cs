using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake;

/// <summary>What the beneficiary is told when something becomes of her request (DOMAIN.md §3.1, §3.9): in the transaction of the act itself.</summary>
public sealed class RequestNotices(NoticeWriter writer)
{
    private static readonly NoticeKind[] OfMissing = [NoticeKind.Deficiency, NoticeKind.Reminder, NoticeKind.Revoked];
    private static readonly NoticeKind[] OfPeriod = [NoticeKind.Received, NoticeKind.DueMoved, NoticeKind.Interim];

    /// <summary>Complete (ت-٦): what was missing is missing no longer. The slip is handed over; who agreed on another way is written to besides.</summary>
    internal async Task CompleteAsync(CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        await NoticeWriter.CancelOpenAsync(db, act, [request.Id], OfMissing, cancel);
        var channel = request.AgreedChannel!.Value;
        await writer.WriteAsync(db, act, Of(request, NoticeKind.Received, atDesk: true, new NoticeValues()
            .With("completed", request.CompletedOn!.Value)
            .With("due", request.DueOn!.Value)
            .With("channel", IntakeWords.Arabic($"channel.{channel}"), IntakeWords.English($"channel.{channel}"))), cancel);
    }

    /// <summary>She leaves with something missing (ت-٣): the notice is handed over.</summary>
    internal Task LeaveAsync(CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel) =>
        writer.WriteAsync(db, act, Missing(request, NoticeKind.Deficiency, atDesk: true), cancel);

    /// <summary>A reminder fell due: it goes out by itself where it can, and is a task for somebody where it cannot.</summary>
    internal async Task RemindAsync(CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        await NoticeWriter.CancelOpenAsync(db, act, [request.Id], [NoticeKind.Reminder], cancel);
        await writer.WriteAsync(db, act, Missing(request, NoticeKind.Reminder, atDesk: false), cancel);
    }

    internal async Task RevokeAsync(CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        await NoticeWriter.CancelOpenAsync(db, act, [request.Id], OfPeriod, cancel);
        await writer.WriteAsync(db, act, Missing(request, NoticeKind.Revoked, atDesk: false), cancel);
    }

    /// <summary>Withdrawn at her own wish, and the slip handed over; or put away, which she is told.</summary>
    internal async Task EndAsync(CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        var isWithdrawn = request.Status == RequestStatus.Withdrawn;
        await NoticeWriter.CancelOpenAsync(db, act, [request.Id], [.. OfMissing, .. OfPeriod, NoticeKind.Decision], cancel);
        var kind = isWithdrawn ? NoticeKind.Withdrawn : NoticeKind.Archived;
        await writer.WriteAsync(db, act, Of(request, kind, isWithdrawn, new NoticeValues().With("on", request.Ending!.On)), cancel);
    }

    /// <summary>The last day for the reply moved (ت-٦): an earlier word of it that nobody heard yet is void.</summary>
    internal async Task MovedAsync(CaseDbContext db, Act act, IReadOnlyList<(ServiceRequest Request, DueNotice Notice)> moved, CancellationToken cancel)
    {
        await NoticeWriter.CancelOpenAsync(db, act, [.. moved.Select(m => m.Request.Id)], [NoticeKind.DueMoved], cancel);
        await writer.WriteAllAsync(
            db, act, [.. moved.Where(m => m.Notice.IsOpen).Select(m => Of(m.Request, NoticeKind.DueMoved, atDesk: false, new NoticeValues().With("due", m.Notice.NewDueOn).With("cause", m.Notice.Cause)))], cancel);
    }

    /// <summary>The minutes are approved (ت-٥): she is told that a decision was made, or that the study goes on, which is no reply.</summary>
    internal async Task DecideAsync(CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        // What was still to be told of the period, or of an earlier decision put off, is told by this.
        await NoticeWriter.CancelOpenAsync(db, act, [request.Id], OfPeriod, cancel);
        var kind = request.Status == RequestStatus.Decided ? NoticeKind.Decision : NoticeKind.Interim;
        await writer.WriteAsync(db, act, Of(request, kind, atDesk: false, new NoticeValues()), cancel);
    }

    /// <summary>Somebody told her otherwise.</summary>
    internal static Task ToldAsync(CaseDbContext db, Act act, Guid requestId, NoticeKind kind, CancellationToken cancel) =>
        NoticeWriter.CancelOpenAsync(db, act, [requestId], [kind], cancel);

    private static NewNotice Missing(ServiceRequest request, NoticeKind kind, bool atDesk)
    {
        var open = request.Items.Where(i => i.IsOpen).OrderBy(i => i.Order).ToList();
        return Of(request, kind, atDesk, new NoticeValues().With("missing", string.Join("، ", open.Select(i => i.NameAr)), string.Join(", ", open.Select(i => i.NameEn))));
    }

    private static NewNotice Of(ServiceRequest request, NoticeKind kind, bool atDesk, NoticeValues values) => new()
    {
        Kind = kind,
        BeneficiaryId = request.BeneficiaryId,
        RecordType = nameof(ServiceRequest),
        RecordId = request.Id,
        RecordLabel = request.Number,
        Channel = request.AgreedChannel,
        Contact = request.AgreedContact,
        LiaisonCell = request.LiaisonCell,
        IsAtDesk = atDesk,
        Values = values,
    };
}
