using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>Publishing texts. Every change is a new version; what was signed or given out under an earlier one keeps that one.</summary>
public sealed class TextService(CaseWriter writer, HouseTexts texts)
{
    /// <param name="basis">Number of the version the page showed.</param>
    /// <returns>The new version's number.</returns>
    /// <exception cref="StaleRecord">Somebody published another one meanwhile.</exception>
    public Task<int> PublishAsync(Act act, string code, int basis, TextForm form, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        var text = Expect(code);
        var check = new FieldChecks();
        var (arabic, english) = (TextTyping.Read(check, text, form.Arabic, nameof(form.Arabic)), TextTyping.Read(check, text, form.English, nameof(form.English)));
        var why = check.Line(form.Why, nameof(form.Why), TextVersion.LongestWhy, min: 3);
        check.ThrowIfAny();
        return AddAsync(act, text, basis, why, null, (_, now) => now.Ar == arabic && now.En == english
            ? throw new RuleViolation("settings.text.same", nameof(form.Arabic))
            : Task.FromResult((arabic, english)), cancel);
    }

    /// <summary>The words of an earlier version hold again, as a new one.</summary>
    public Task<int> TakeUpAgainAsync(Act act, string code, int basis, int earlier, string? why, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        var text = Expect(code);
        var check = new FieldChecks();
        var reason = check.Line(why, nameof(TextForm.Why), TextVersion.LongestWhy, min: 3);
        check.ThrowIfAny();
        return AddAsync(act, text, basis, reason, earlier, async (db, now) =>
        {
            if (earlier == now.No)
                throw new RuleViolation("settings.text.same");
            var (versions, key) = (db.TextVersions, text.Code);
            var found = earlier == TextVersion.BuiltIn
                ? text.BuiltIn
                : (await versions.AsNoTracking().SingleOrDefaultAsync(v => v.Key == key && v.No == earlier, cancel))?.ToText();
            return found is null ? throw new RuleViolation("settings.text.gone") : (found.Ar, found.En);
        }, cancel);
    }

    private async Task<int> AddAsync(
        Act act, EditableText text, int basis, string why, int? takenFrom, Func<CaseDbContext, TextInForce, Task<(string Ar, string En)>> words, CancellationToken cancel)
    {
        try
        {
            return await writer.SaveAsync(async db =>
            {
                var now = (await texts.InForceAsync(db, cancel))[text.Code];
                if (now.No != basis)
                    throw new StaleRecord(nameof(TextVersion), Guid.Empty);
                var (arabic, english) = await words(db, now);
                var version = new TextVersion(text.Code, now.No + 1, arabic, english, act.Actor.Name, why, takenFrom);
                db.Add(version);
                // Papers look for this name: what stands on them has changed, so the next print is a new paper.
                db.Record(act with { Why = why }, text.IsOnPapers ? "settings.paper.text" : "settings.text.publish", version, text.Code, text.Clause);
                return version.No;
            }, cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another node published between our reading and our writing.
            throw new StaleRecord(nameof(TextVersion), Guid.Empty);
        }
    }

    private EditableText Expect(string code) => texts.Find(code) ?? throw new RuleViolation("settings.text.gone");
}
