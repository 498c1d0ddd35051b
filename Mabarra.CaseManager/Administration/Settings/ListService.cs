using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>A line's names, as typed.</summary>
public sealed record ListItemForm
{
    public required string? NameAr { get; init; }

    public string? NameEn { get; init; }
}

/// <summary>Editing the lists. Nothing is deleted: records point to the code, and papers already issued are stored as they were.</summary>
public sealed class ListService(CaseWriter writer, IEnumerable<IEditableList> lists)
{
    /// <param name="key">The form's own key: sent twice, it makes one line (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, string list, ListItemForm form, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        var (nameAr, nameEn) = Check(form);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var home = Find(list);
            var rows = await home.RowsAsync(db, forChange: false, cancel);
            RefuseSecond(rows, null, nameAr, nameEn);
            var item = home.Make($"x{key:N}", nameAr, nameEn, rows.Count == 0 ? 0 : rows[^1].Order + 1);
            db.Add(item);
            Record(db, act, "settings.list.add", list, item);
            return item.TrailId();
        }, cancel);
    }

    public Task RenameAsync(Act act, string list, string code, Guid stamp, ListItemForm form, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        var (nameAr, nameEn) = Check(form);
        return ChangeAsync(act, "settings.list.rename", list, code, stamp, (rows, item) =>
        {
            RefuseSecond(rows, code, nameAr, nameEn);
            (item.NameAr, item.NameEn) = (nameAr, nameEn);
        }, cancel);
    }

    /// <summary>Out of use, or in use again. What points to it keeps it; it is only offered no longer.</summary>
    public Task SetActiveAsync(Act act, string list, string code, Guid stamp, bool active, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        return ChangeAsync(act, "settings.list.use", list, code, stamp, (rows, item) =>
        {
            if (!active && rows.TrueForAll(r => !r.IsActive || ReferenceEquals(r, item)))
                throw new RuleViolation("settings.list.last");
            item.IsActive = active;
        }, cancel);
    }

    /// <summary>One place up or down: it changes places with its neighbour.</summary>
    public Task MoveAsync(Act act, string list, string code, Guid stamp, bool up, CancellationToken cancel = default)
    {
        act.Require(SettingsModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var rows = await Find(list).RowsAsync(db, forChange: true, cancel);
            var item = Expect(rows, code, stamp);
            var (from, to) = (rows.IndexOf(item), rows.IndexOf(item) + (up ? -1 : 1));
            if (to < 0 || to >= rows.Count)
                return;
            (rows[from], rows[to]) = (rows[to], rows[from]);
            // Numbered anew, for two lines may have come to the same number.
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].Order != i)
                    rows[i].Order = i;
            }

            foreach (var moved in rows.Where(r => db.Entry(r).State == EntityState.Modified))
                Record(db, act, "settings.list.move", list, moved);
        }, cancel);
    }

    private Task ChangeAsync(Act act, string action, string list, string code, Guid stamp, Action<List<ListItem>, ListItem> change, CancellationToken cancel) =>
        writer.SaveAsync(async db =>
        {
            var rows = await Find(list).RowsAsync(db, forChange: true, cancel);
            var item = Expect(rows, code, stamp);
            change(rows, item);
            if (db.Entry(item).State == EntityState.Modified)
                Record(db, act, action, list, item);
        }, cancel);

    private IEditableList Find(string list) => lists.FirstOrDefault(l => string.Equals(l.Key, list, StringComparison.Ordinal)) ?? throw new RuleViolation("settings.list.gone");

    private static ListItem Expect(List<ListItem> rows, string code, Guid stamp)
    {
        var item = rows.Find(r => string.Equals(r.Code, code, StringComparison.Ordinal)) ?? throw new RuleViolation("settings.list.gone");
        return item.Stamp() == stamp ? item : throw new StaleRecord(item.GetType().Name, item.TrailId());
    }

    private static (string NameAr, string NameEn) Check(ListItemForm form)
    {
        var check = new FieldChecks();
        var nameAr = check.Line(form.NameAr, nameof(form.NameAr), ListItem.LongestName, min: 2);
        var nameEn = check.OptionalLine(form.NameEn, nameof(form.NameEn), ListItem.LongestName) ?? nameAr;
        check.ThrowIfAny();
        return (nameAr, nameEn);
    }

    /// <summary>Two lines of one name could not be told apart.</summary>
    private static void RefuseSecond(List<ListItem> rows, string? except, string nameAr, string nameEn)
    {
        var check = new FieldChecks();
        var others = rows.Where(r => !string.Equals(r.Code, except, StringComparison.Ordinal)).ToList();
        check.That(others.TrueForAll(r => SearchKey.Of(r.NameAr) != SearchKey.Of(nameAr)), "settings.list.twice", nameof(ListItemForm.NameAr));
        check.That(others.TrueForAll(r => SearchKey.Of(r.NameEn) != SearchKey.Of(nameEn)), "settings.list.twice", nameof(ListItemForm.NameEn));
        check.ThrowIfAny();
    }

    private static void Record(CaseDbContext db, Act act, string action, string list, ListItem item) =>
        db.Record(act, action, item.TrailId(), item.GetType().Name, $"{list}/{item.NameAr}", changes: AuditChanges.Write([db.Entry(item)]));
}
