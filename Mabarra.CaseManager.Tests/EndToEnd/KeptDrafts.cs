using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>Looks into the database of a running app, from beside.</summary>
internal static class KeptDrafts
{
    /// <summary>Waits until there are this many drafts and nothing was added to them between two looks.</summary>
    public static async Task SettleAsync(RunningApp app, int count = 1)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(700));
        for (var (looks, last) = (0, ""); looks < 60; looks++)
        {
            var saved = await ReadAsync(app, """SELECT count(*) || ' ' || max("SavedAt") FROM "Drafts" """) ?? "";
            if (saved.StartsWith($"{count} ", StringComparison.Ordinal) && string.Equals(saved, last, StringComparison.Ordinal))
                return;
            last = saved;
            await often.WaitForNextTickAsync(cancel);
        }

        Assert.Fail($"Not {count} drafts were kept: {await ReadAsync(app, """SELECT group_concat("FormKey") FROM "Drafts" """)}");
    }

    public static async Task<string?> ReadAsync(RunningApp app, string sql)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "data", "mabarra.db")};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // Texts of these tests only.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
