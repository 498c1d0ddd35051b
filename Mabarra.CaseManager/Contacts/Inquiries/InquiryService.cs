using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>Taking inquiries in from any channel, and answering or referring them (ج-٢).</summary>
public sealed class InquiryService(CaseWriter writer, IEnumerable<IInquiryFollower> followers)
{
    private const int LongestContact = 254;
    private const int LongestNote = 400;

    /// <param name="key">The form's own key: sent twice, it is registered once (C6).</param>
    public async Task<Guid> RegisterAsync(Act act, Guid key, NewInquiry form, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.EditPermission);
        var check = new FieldChecks();
        check.That(Enum.IsDefined(form.Kind), "inquiry.new.kind", nameof(form.Kind));
        check.That(form.Channel is { } channel && Enum.IsDefined(channel), "inquiry.new.channel", nameof(form.Channel));
        check.That(form.Kind != InquiryKind.NoReplies || form.BeneficiaryId is not null, "inquiry.new.nofile", nameof(form.BeneficiaryId));
        var name = form.BeneficiaryId is null ? check.Line(form.PersonName, nameof(form.PersonName), min: 2) : null;
        var contact = check.OptionalLine(form.Contact, nameof(form.Contact), LongestContact);
        var text = check.Paragraph(form.Text, nameof(form.Text), Inquiry.LongestText, min: 3);
        check.ThrowIfAny();
        return await writer.SaveOnceAsync(key, act, async db =>
        {
            var words = new InquiryWords(form.Kind, form.Channel!.Value, name ?? await NameAsync(db, act, form.BeneficiaryId!.Value, cancel), text, contact, form.BeneficiaryId);
            var fields = db.FieldsOfWork;
            var field = form.Field is { } code && await fields.AnyAsync(f => f.Code == code && f.IsActive, cancel) ? code : null;
            return (await InquiryRegister.AddAsync(db, act, words, field, officerId: null, act.At, cancel)).Id;
        }, cancel);
    }

    /// <summary>Answered, with where the answer comes from. Of an approved answer the version given is kept.</summary>
    public Task AnswerAsync(Act act, Guid id, Guid version, ReplyForm form, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.EditPermission);
        var check = new FieldChecks();
        var answer = check.Paragraph(form.Answer, nameof(form.Answer), Inquiry.LongestText);
        var source = check.Line(form.Source, nameof(form.Source));
        check.ThrowIfAny();
        return ChangeAsync(act, id, version, "inquiry.inquiry.answer", async (db, inquiry) =>
        {
            inquiry.Reply(act, new InquiryReply(answer, source, await UseAsync(db, act, form.VersionId, cancel)));
            await InteractionLog.AddAsync(db, act, InquiryRegister.Contact(inquiry, ContactDirection.Outgoing, act.At, answer), cancel);
            foreach (var follower in followers)
                await follower.AnsweredAsync(db, act, inquiry, cancel);
        }, cancel);
    }

    /// <summary>An officer, a department or a committee is to say the answer.</summary>
    public Task ReferAsync(Act act, Guid id, Guid version, ReferForm form, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.EditPermission);
        var check = new FieldChecks();
        check.That(form.Kind == RefereeKind.Committee || form.RefereeId is not null, "inquiry.refer.who", nameof(form.RefereeId));
        var committee = form.Kind == RefereeKind.Committee ? check.Line(form.Name, nameof(form.Name), min: 2) : null;
        check.ThrowIfAny();
        return ChangeAsync(act, id, version, "inquiry.inquiry.refer", async (db, inquiry) =>
            inquiry.Refer(act, form.Kind, committee ?? await RefereeAsync(db, form, cancel), form.Kind == RefereeKind.Officer ? form.RefereeId : null), cancel);
    }

    /// <summary>«لا تصلني الردود»: what came of verifying her contact details; it stands in the trail of her file too.</summary>
    public Task CheckContactAsync(Act act, Guid id, Guid version, ContactCheckForm form, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.EditPermission);
        var check = new FieldChecks();
        check.That(form.Outcome is { } known && Enum.IsDefined(known), "inquiry.check.outcome", nameof(form.Outcome));
        var note = check.OptionalLine(form.Note, nameof(form.Note), LongestNote);
        check.ThrowIfAny();
        return ChangeAsync(act, id, version, "inquiry.contact.check", async (db, inquiry) =>
        {
            inquiry.Check(act, form.Outcome!.Value, note);
            var files = db.Beneficiaries;
            if (await files.SingleOrDefaultAsync(b => b.Id == inquiry.BeneficiaryId, cancel) is { } file)
                db.RecordOn(act with { Why = note }, "inquiry.contact.check", file);
        }, cancel);
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, Inquiry, Task> change, CancellationToken cancel) =>
        writer.SaveAsync(async db =>
        {
            var inquiry = await InquiryAccess.ForChangeAsync(db, act, id, version, cancel);
            await change(db, inquiry);
            db.Record(act, action, inquiry, inquiry.Number, "ج-2");
        }, cancel);

    private static async Task<Guid?> UseAsync(CaseDbContext db, Act act, Guid? versionId, CancellationToken cancel)
    {
        if (versionId is not { } id)
            return null;
        var version = await db.AnswerVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancel);
        var entry = version is null ? null : await db.AnswerEntries.SingleOrDefaultAsync(e => e.Id == version.EntryId, cancel);
        if (entry is not { IsOffered: true } || entry.CurrentNo != version!.No)
            throw new RuleViolation("inquiry.answer.outdated", nameof(ReplyForm.Answer));
        entry.Use();
        db.Record(act, "answers.answer.use", entry, clause: "ج-2");
        return id;
    }

    private static async Task<string> RefereeAsync(CaseDbContext db, ReferForm form, CancellationToken cancel)
    {
        if (form.Kind == RefereeKind.Department)
            return await db.Set<Department>().Where(d => d.Id == form.RefereeId && d.IsActive).Select(d => d.NameAr).SingleOrDefaultAsync(cancel)
                ?? throw new RuleViolation("inquiry.refer.who", nameof(form.RefereeId));
        var officer = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == form.RefereeId && u.IsActive, cancel);
        return officer is not null && officer.Roles.Contains(StaffRole.LiaisonOfficer) ? officer.FullName : throw new RuleViolation("inquiry.refer.who", nameof(form.RefereeId));
    }

    private static async Task<string> NameAsync(CaseDbContext db, Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        var files = db.Beneficiaries;
        var file = await files.AsNoTracking().Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == beneficiaryId, cancel)
            ?? throw new RuleViolation("beneficiaries.file.gone", nameof(NewInquiry.BeneficiaryId));
        if (!BeneficiaryAccess.Covers(act.Actor, InquiriesModule.EditPermission, file.Categories.Select(c => c.CategoryCode)))
            throw act.Refuse(InquiriesModule.EditPermission, beneficiaryId);
        await db.RequireUnmergedAsync(beneficiaryId, cancel);
        return file.FullName;
    }
}
