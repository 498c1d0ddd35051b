using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>What somebody did about a notice that waits for a person.</summary>
public sealed record NoticeDone
{
    public required TryOutcome? Outcome { get; init; }

    /// <summary>Who answered, the post number, who signed.</summary>
    public string? Note { get; init; }
}

/// <summary>What people do about notices: tasks done, the same sent once more, one called off.</summary>
public sealed class NoticeService(CaseWriter writer, IEnumerable<INoticeFollower> followers)
{
    /// <summary>A call nobody answered is tried again within so many working days (أ-٣).</summary>
    internal const int SecondCallAfter = 2;

    /// <summary>The call was made, the paper posted or handed over.</summary>
    public Task DoneAsync(Act act, Guid id, Guid version, NoticeDone form, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var notice = await NoticeAccess.ForChangeAsync(db, act, id, version, cancel);
            var (outcome, note) = Check(form, notice.Route);
            var calendar = await CalendarReader.ReadAsync(db, cancel);
            notice.Do(act, outcome, note, outcome == TryOutcome.NoAnswer ? calendar.AddWorkingDays(act.On, SecondCallAfter) : null);
            db.Record(act, "contacts.notice.done", notice, notice.RecordLabel, "أ-3");
            await InteractionLog.NoticeAsync(db, act, notice, outcome, note, cancel);
            if (outcome == TryOutcome.NoAnswer)
                return;
            foreach (var follower in followers)
                await follower.ReachedAsync(db, act, notice, cancel);
        }, cancel);
    }

    /// <summary>Given up, or lost on its way: once more, under the same message number.</summary>
    public Task ResendAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var notice = await NoticeAccess.ForChangeAsync(db, act, id, version, cancel);
            notice.Resend(act);
            db.Record(act, "contacts.notice.resend", notice, notice.RecordLabel);
        }, cancel);
    }

    /// <summary>Called on two days in vain: the same words go to her address by registered post.</summary>
    public Task TurnToLetterAsync(Act act, Guid id, Guid version, string? address, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.EditPermission);
        var check = new FieldChecks();
        var to = check.Line(address, nameof(address), min: 5);
        check.ThrowIfAny();
        return writer.SaveAsync(async db =>
        {
            var call = await NoticeAccess.ForChangeAsync(db, act, id, version, cancel);
            await db.Entry(call).Collection(n => n.Tries).LoadAsync(cancel);
            call.TurnToLetter(act);
            db.Record(act, "contacts.notice.toletter", call, call.RecordLabel, "أ-2");
            var calendar = await CalendarReader.ReadAsync(db, cancel);
            var letter = new Notice(await db.NextSerialAsync(NoticeWriter.Series, cancel), call, to, calendar.AddWorkingDays(act.On, 1));
            db.Add(letter);
            db.Record(act, "contacts.notice.write", letter, letter.RecordLabel);
        }, cancel);
    }

    /// <summary>Not needed any more, with a reason.</summary>
    public Task CancelAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.EditPermission);
        var check = new FieldChecks();
        check.Line(act.Why, nameof(Act.Why), NoticeTry.LongestDetail);
        check.ThrowIfAny();
        return writer.SaveAsync(async db =>
        {
            var notice = await NoticeAccess.ForChangeAsync(db, act, id, version, cancel);
            notice.Cancel();
            db.Record(act, "contacts.notice.cancel", notice, notice.RecordLabel);
        }, cancel);
    }

    /// <summary>What may be said of a task by its way, and which words prove it: a post number, who took the paper.</summary>
    internal static IReadOnlyList<TryOutcome> OutcomesOf(NoticeRoute route) => route switch
    {
        NoticeRoute.Call => [TryOutcome.Answered, TryOutcome.NoAnswer],
        NoticeRoute.Letter or NoticeRoute.Fax => [TryOutcome.Posted],
        NoticeRoute.Desk => [TryOutcome.HandedOver],
        _ => [],
    };

    private static (TryOutcome Outcome, string? Note) Check(NoticeDone form, NoticeRoute route)
    {
        var check = new FieldChecks();
        check.That(form.Outcome is { } o && OutcomesOf(route).Contains(o), "contacts.notice.outcome", nameof(form.Outcome));
        var note = form.Outcome is TryOutcome.Posted or TryOutcome.HandedOver
            ? check.Line(form.Note, nameof(form.Note), NoticeTry.LongestDetail)
            : check.OptionalLine(form.Note, nameof(form.Note), NoticeTry.LongestDetail);
        check.ThrowIfAny();
        return (form.Outcome!.Value, note);
    }
}
