using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>A contact is registered by hand, as typed: a letter or fax that came or went, a call.</summary>
public sealed record InteractionForm
{
    public ContactDirection? Direction { get; init; }

    public Channel? Channel { get; init; }

    public Guid? BeneficiaryId { get; init; }

    /// <summary>Not needed when the beneficiary is known.</summary>
    public string? PersonName { get; init; }

    public string? Contact { get; init; }

    public string? About { get; init; }

    public string? Text { get; init; }

    public DateOnly? HappenedOn { get; init; }

    public InteractionOutcome? Outcome { get; init; }

    public string? OutcomeNote { get; init; }

    public DateOnly? PaperOn { get; init; }

    public string? PaperNo { get; init; }

    public bool ByVolunteer { get; init; }

    public string? VolunteerName { get; init; }

    public Guid? SupervisorId { get; init; }

    /// <summary>The call this one repeats.</summary>
    public Guid? FollowsId { get; init; }
}

/// <summary>Registering contacts by hand (أ).</summary>
public sealed class InteractionService(CaseWriter writer)
{
    private const int LongestPaperNo = 60;

    /// <param name="key">The form's own key: sent twice, it is registered once (C6).</param>
    public async Task<Guid> RegisterAsync(Act act, Guid key, InteractionForm form, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.EditPermission);
        var contact = Check(act, form);
        return await writer.SaveOnceAsync(key, act, async db =>
        {
            var name = form.BeneficiaryId is { } person ? await NameAsync(db, act, person, cancel) : contact.PersonName;
            var volunteer = IsByVolunteer(form) ? await SignedVolunteers.RequireAsync(db, form.VolunteerName, form.SupervisorId, cancel) : null;
            var again = contact.Outcome == InteractionOutcome.NoAnswer
                ? (await CalendarReader.ReadAsync(db, cancel)).AddWorkingDays(RiyadhTime.DayOf(contact.HappenedAt), InteractionRules.SecondCallAfter)
                : (DateOnly?)null;
            var source = await RepeatAsync(db, act, form.FollowsId, cancel);
            var made = await InteractionLog.AddAsync(db, act, contact with { PersonName = name, Volunteer = volunteer, AgainOn = again, Source = source }, cancel);
            db.Record(act, "contacts.interaction.add", made, made.RegisterNo, Clause(made));
            return made.Id;
        }, cancel);
    }

    private static NewContact Check(Act act, InteractionForm form)
    {
        var check = new FieldChecks();
        check.That(form.Direction is { } d && Enum.IsDefined(d), "contacts.interaction.direction", nameof(form.Direction));
        check.That(form.Channel is { } c && Enum.IsDefined(c), "contacts.interaction.channel", nameof(form.Channel));
        check.That(form.Outcome is { } o && InteractionRules.OutcomesOf(form.Channel ?? default, form.Direction ?? default).Contains(o), "contacts.interaction.outcome", nameof(form.Outcome));
        var on = form.HappenedOn ?? act.On;
        check.That(on <= act.On, "contacts.interaction.future", nameof(form.HappenedOn));
        check.That(form.PaperOn is null || form.PaperOn <= act.On, "contacts.interaction.future", nameof(form.PaperOn));
        var contact = new NewContact
        {
            Direction = form.Direction ?? default,
            Channel = form.Channel ?? default,
            HappenedAt = on == act.On ? act.At : RiyadhTime.ToUtc(on.ToDateTime(TimeOnly.MinValue)),
            BeneficiaryId = form.BeneficiaryId,
            PersonName = form.BeneficiaryId is null ? check.Line(form.PersonName, nameof(form.PersonName), min: 2) : "",
            Contact = check.OptionalLine(form.Contact, nameof(form.Contact)),
            About = check.Line(form.About, nameof(form.About), min: 2),
            Text = check.OptionalParagraph(form.Text, nameof(form.Text), Interaction.LongestText),
            Outcome = form.Outcome ?? default,
            OutcomeNote = check.OptionalLine(form.OutcomeNote, nameof(form.OutcomeNote), Interaction.LongestNote),
            PaperOn = form.PaperOn,
            PaperNo = check.OptionalLine(form.PaperNo, nameof(form.PaperNo), LongestPaperNo),
            FollowsId = form.FollowsId,
        };
        check.ThrowIfAny();
        return contact;
    }

    private static bool IsByVolunteer(InteractionForm form) => form.ByVolunteer || form.Channel == Channel.Volunteer;

    private static string Clause(Interaction made) => made.VolunteerName is not null ? "أ-6" : made.Channel switch
    {
        Channel.InPerson => "أ-1",
        Channel.Correspondence => "أ-2",
        Channel.Phone => "أ-3",
        Channel.Fax => "أ-4",
        _ => "أ-5",
    };

    /// <summary>The call that was owed is made; the new one stands in its line and is about the same.</summary>
    private static async Task<ContactSource?> RepeatAsync(CaseDbContext db, Act act, Guid? followsId, CancellationToken cancel)
    {
        if (followsId is not { } id)
            return null;
        var first = await InteractionAccess.Visible(db, act, ContactsModule.EditPermission).SingleOrDefaultAsync(i => i.Id == id, cancel)
            ?? throw act.Refuse(ContactsModule.EditPermission, id);
        first.Repeat();
        db.Record(act, "contacts.interaction.repeat", first, first.RegisterNo, "أ-3");
        return first.SourceId is { } source ? new ContactSource(first.SourceType!, source, first.SourceLabel ?? "") : null;
    }

    private static async Task<string> NameAsync(CaseDbContext db, Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        var files = db.Beneficiaries;
        var file = await files.AsNoTracking().Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == beneficiaryId, cancel)
            ?? throw new RuleViolation("beneficiaries.file.gone", nameof(InteractionForm.BeneficiaryId));
        if (!BeneficiaryAccess.Covers(act.Actor, ContactsModule.EditPermission, file.Categories.Select(c => c.CategoryCode)))
            throw act.Refuse(ContactsModule.EditPermission, beneficiaryId);
        await db.RequireUnmergedAsync(beneficiaryId, cancel);
        return file.FullName;
    }
}
