using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>
/// أ-٦: a volunteer makes contacts once the volunteering policy is signed, and a member of staff answers for them (R10). Who has signed is known from the policy
/// library; a setting, one name a line, holds those who signed on paper before there was one.
/// </summary>
public static class SignedVolunteers
{
    internal const string Key = "contacts/volunteers";
    internal const int Most = 200;

    public static async Task<IReadOnlyList<string>> ReadAsync(CaseDbContext db, CancellationToken cancel)
    {
        var kept = await db.Settings.AsNoTracking().Where(s => s.Key == Key).Select(s => s.Value).SingleOrDefaultAsync(cancel);
        return kept is null ? [] : kept.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Everybody who may: by the library's signatures and by the list.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(CaseDbContext db, CancellationToken cancel) =>
        [.. (await SignedPolicies.VolunteersAsync(db, cancel)).Concat(await ReadAsync(db, cancel)).DistinctBy(SearchKey.Of, StringComparer.Ordinal)];

    /// <exception cref="RuleViolation">No name, no supervisor, or the policy was not signed.</exception>
    public static async Task<ContactVolunteer> RequireAsync(CaseDbContext db, string? typed, Guid? supervisorId, CancellationToken cancel)
    {
        var check = new FieldChecks();
        var name = check.Line(typed, nameof(InteractionForm.VolunteerName), min: 2);
        var supervisor = supervisorId is { } id ? await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.IsActive, cancel) : null;
        check.That(supervisor is not null, "contacts.volunteer.supervisor", nameof(InteractionForm.SupervisorId));
        check.ThrowIfAny();
        var key = SearchKey.Of(name);
        var signed = await AllAsync(db, cancel);
        return signed.FirstOrDefault(s => string.Equals(SearchKey.Of(s), key, StringComparison.Ordinal)) is { } known
            ? new ContactVolunteer(known, supervisor!.Id, supervisor.FullName)
            : throw new RuleViolation("contacts.volunteer.unsigned", nameof(InteractionForm.VolunteerName));
    }
}

/// <summary>Keeping the list of volunteers who have signed.</summary>
public sealed class VolunteerService(CaseWriter writer)
{
    /// <param name="lines">One name a line.</param>
    public Task SaveAsync(Act act, string? lines, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.ChannelsPermission);
        var names = (lines ?? "").Split('\n').Select(n => CleanText.Line(n)).Where(n => n.IsOk).Select(n => n.Value).Distinct(StringComparer.Ordinal).Take(SignedVolunteers.Most);
        var kept = string.Join('\n', names);
        return writer.SaveAsync(async db =>
        {
            var setting = await db.Settings.SingleOrDefaultAsync(s => s.Key == SignedVolunteers.Key, cancel);
            if (setting is null)
                db.Add(setting = new Setting(SignedVolunteers.Key, kept));
            else
                setting.Change(kept);
            db.Record(act, "contacts.volunteer.list", setting, setting.Key, "أ-6");
        }, cancel);
    }
}

/// <summary>Reads of that list.</summary>
public sealed class VolunteerQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>Names to choose from, for whoever registers contacts.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Act act, CancellationToken cancel)
    {
        act.Require(ContactsModule.ChannelsViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await SignedVolunteers.AllAsync(db, cancel);
    }

    /// <summary>The names of the list alone, for whoever edits it.</summary>
    public async Task<IReadOnlyList<string>> ListedAsync(Act act, CancellationToken cancel)
    {
        act.Require(ContactsModule.ChannelsViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await SignedVolunteers.ReadAsync(db, cancel);
    }
}
