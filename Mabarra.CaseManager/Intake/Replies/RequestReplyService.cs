using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake.Life;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Replies;

/// <summary>What comes after the decision: the reply, proven (ت-٦).</summary>
public sealed class RequestReplyService(CaseWriter writer)
{
    /// <summary>«إثبات الرد»: somebody gave her the reply himself and holds the proof. What was still to be told is told.</summary>
    public Task ProveAsync(Act act, Guid id, Guid version, ReplyForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        check.That(form.Channel is { } c && ByHand.Contains(c), "intake.reply.channel", nameof(form.Channel));
        var proof = check.Line(form.Proof, nameof(form.Proof), min: 2);
        check.ThrowIfAny();
        return writer.SaveAsync(async db =>
        {
            var request = await RequestLoader.ForChangeAsync(db, act, IntakeModule.EditPermission, id, version, cancel);
            await RequestNotices.ToldAsync(db, act, request.Id, NoticeKind.Decision, cancel);
            request.Respond(act, form.Channel!.Value, proof, await CalendarReader.ReadAsync(db, cancel));
            RequestLoader.Touch(db, act, request, "intake.reply.prove", "ت-6");
            await InteractionLog.AddAsync(db, act, await ContactAsync(db, act, request, cancel), cancel);
        }, cancel);
    }

    /// <summary>A reply that came late needs its reason, of the list.</summary>
    public Task ExplainLateAsync(Act act, Guid id, Guid version, ReasonForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var request = await RequestLoader.ForChangeAsync(db, act, IntakeModule.EditPermission, id, version, cancel);
            request.ExplainLate(await ReasonReader.RequireAsync(db, ListNames.Late, form, noted: false, cancel));
            RequestLoader.Touch(db, act, request, "intake.reply.late", "ت-6");
        }, cancel);
    }

    private static async Task<NewContact> ContactAsync(CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        var files = db.Beneficiaries;
        var file = await files.AsNoTracking().SingleAsync(b => b.Id == request.BeneficiaryId, cancel);
        return new NewContact
        {
            Direction = ContactDirection.Outgoing,
            Channel = request.Reply!.Channel,
            HappenedAt = act.At,
            BeneficiaryId = request.BeneficiaryId,
            PersonName = file.FullName,
            About = request.Number,
            Outcome = InteractionOutcome.Reached,
            OutcomeNote = request.Reply.Proof,
            Source = new ContactSource(nameof(ServiceRequest), request.Id, request.Number),
            IsAutomatic = true,
        };
    }

    /// <summary>What a clerk can prove. E-mail proves itself: the server takes it.</summary>
    internal static IReadOnlyList<Channel> ByHand { get; } = [Channel.InPerson, Channel.Phone, Channel.Correspondence, Channel.Fax];
}
