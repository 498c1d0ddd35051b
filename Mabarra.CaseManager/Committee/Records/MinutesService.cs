using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>A signature, as given.</summary>
public sealed record MinutesSignatureForm
{
    /// <summary>The hash of the words the signer had before her, in hexadecimal.</summary>
    public required string? Seen { get; init; }

    public ReadOnlyMemory<byte>? Drawing { get; init; }

    /// <summary>Signs with a reservation: its reason.</summary>
    public string? Reservation { get; init; }
}

/// <summary>Minutes from their first draft to the last signature (DOMAIN.md §3.4). Who keeps them writes; who was there signs.</summary>
public sealed class MinutesService(CaseWriter writer, DocumentService documents, MinutesApproval approval)
{
    /// <summary>So many working days for signing, when the replies leave that much time.</summary>
    private const int SigningDays = 5;

    /// <summary>The first draft writes itself from what happened; after approval the same act begins supplementary minutes.</summary>
    /// <param name="key">The form's own key: sent twice, it makes one (C6).</param>
    public Task<Guid> WriteAsync(Act act, Guid key, Guid sittingId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var at = await ManagedAsync(db, act, sittingId, cancel);
            if (at.Sitting.Status != SittingStatus.Ended)
                throw new RuleViolation("committees.minutes.notended");
            var all = db.Minutes;
            var before = await all.AsNoTracking().Where(m => m.SittingId == sittingId).ToListAsync(cancel);
            if (before.Exists(m => m.Status != MinutesStatus.Approved))
                throw new RuleViolation("committees.minutes.exists");
            var minutes = new Minutes(at.Sitting, before.Count + 1, before.Count == 0 ? MinutesWriter.Write(at.Sitting, at.Committee) : MinutesWords.Format("more", at.Sitting.Label));
            db.Add(minutes);
            db.Record(act, "committees.minutes.write", at.Sitting, minutes.Number, "ت-5");
            return minutes.Id;
        }, cancel);
    }

    public Task EditAsync(Act act, Guid id, Guid version, string? body, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var check = new FieldChecks();
        var text = check.Paragraph(body, nameof(body), Minutes.LongestBody, min: 10);
        check.ThrowIfAny();
        return ChangeAsync(act, id, version, "committees.minutes.edit", (_, _, minutes) =>
        {
            minutes.Edit(text);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>The members read it before it is signed.</summary>
    public Task CirculateAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "committees.minutes.circulate", (_, _, minutes) =>
        {
            minutes.Circulate(act);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Its words are fixed and everybody who was there is asked to sign, in time for the nearest reply (ت-٦).</summary>
    public Task FixAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "committees.minutes.fix", async (db, at, minutes) =>
        {
            var calendar = await CalendarReader.ReadAsync(db, cancel);
            var usual = calendar.AddWorkingDays(act.On, SigningDays);
            var nearest = at.Sitting.Items.Where(i => i.State == ItemState.Decided).Min(i => i.DueOn);
            var before = nearest is { } due ? calendar.PreviousWorkingDay(due.AddDays(-1)) : usual;
            minutes.Fix(act, MinutesContent.Of(minutes, at.Sitting), before < usual ? (before < act.On ? act.On : before) : usual);
        }, cancel);

    /// <summary>Back to be edited, as long as nobody has signed.</summary>
    public Task ReopenAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "committees.minutes.reopen", (_, _, minutes) =>
        {
            minutes.Reopen();
            return Task.CompletedTask;
        }, cancel);

    /// <summary>A member signs what he has before him; with the last signature, the presider's, the minutes are approved and their decisions stand, in the same transaction.</summary>
    /// <exception cref="NotConfirmed">The sign-in is not fresh.</exception>
    public async Task SignAsync(Act act, Guid id, MinutesSignatureForm form, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.VotePermission);
        act.RequireFresh();
        var check = new FieldChecks();
        check.That(form.Drawing is not null, "committees.minutes.draw", nameof(form.Drawing));
        var reservation = check.OptionalLine(form.Reservation, nameof(form.Reservation), 600);
        check.ThrowIfAny();
        var images = await approval.ImagesAsync(id, cancel);
        await using var drawing = await documents.StagePngAsync(DrawingOf(id), form.Drawing!.Value, cancel);
        await writer.SaveAsync(async db =>
        {
            var (at, minutes) = await LoadAsync(db, act, id, cancel);
            if (at.Sitting.Of(act.Actor.Id) is not { Stays.Count: > 0 } member)
                throw act.Refuse(CommitteeModule.VotePermission, id);
            var picture = (await documents.AttachAsync(db, act, drawing, cancel)).Id;
            images[picture] = form.Drawing.Value;
            var awaited = Signers(at.Sitting).Select(a => a.EmployeeId).ToList();
            var signature = minutes.Sign(act, member, at.Sitting.PresiderId == member.EmployeeId, awaited, new SignatureGiven(Hex(form.Seen), picture, reservation));
            db.Add(signature);
            db.Entry(minutes).Property(m => m.Version).IsModified = true;
            db.Record(act, "committees.minutes.sign", at.Sitting, minutes.Number, "ت-5");
            if (awaited.TrueForAll(minutes.HasSigned))
                await approval.ApproveAsync(at, minutes, images, cancel);
        }, cancel);
    }

    /// <summary>Everybody who was there at any time.</summary>
    internal static IEnumerable<Attendance> Signers(Sitting sitting) => sitting.Attendances.Where(a => a.Stays.Count > 0);

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, SittingAtHand, Minutes, Task> change, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ManagePermission);
        return writer.SaveAsync(async db =>
        {
            var (at, minutes) = await LoadAsync(db, act, id, cancel);
            if (!at.Manages)
                throw act.Refuse(CommitteeModule.ManagePermission, id);
            minutes.ExpectVersion(version);
            await change(db, at, minutes);
            db.Record(act, action, at.Sitting, minutes.Number, "ت-5");
        }, cancel);
    }

    private static async Task<(SittingAtHand At, Minutes Minutes)> LoadAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var all = db.Minutes;
        var minutes = await all.Include(m => m.Signatures).SingleOrDefaultAsync(m => m.Id == id, cancel) ?? throw new RuleViolation("committees.minutes.gone");
        return (await SittingDesk.LoadAsync(db, minutes.SittingId, cancel) with { Act = act }, minutes);
    }

    private static async Task<SittingAtHand> ManagedAsync(CaseDbContext db, Act act, Guid sittingId, CancellationToken cancel)
    {
        var at = await SittingDesk.LoadAsync(db, sittingId, cancel) with { Act = act };
        return at.Manages ? at : throw act.Refuse(CommitteeModule.ManagePermission, sittingId);
    }

    private static byte[] Hex(string? seen)
    {
        try
        {
            return Convert.FromHexString(seen ?? "");
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static NewDocument DrawingOf(Guid minutesId) =>
        new() { Key = Guid.NewGuid(), OwnerId = minutesId, OwnerType = nameof(Minutes), FileName = "signature.png", Sensitivity = Sensitivity.Normal };
}
