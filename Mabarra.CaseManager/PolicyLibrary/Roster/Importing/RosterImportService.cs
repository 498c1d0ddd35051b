using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Roster.Importing;

/// <summary>The roster from a workbook: looked at first, then added in one transaction, all of it or nothing (النطاق).</summary>
public sealed class RosterImportService(CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher)
{
    private const int Batch = 200;

    /// <summary>What the workbook would do, row by row; nothing is written.</summary>
    /// <exception cref="RuleViolation"><c>ui.workbook.…</c> or <c>policies.import.…</c>: not a workbook we read.</exception>
    public async Task<RosterPreview> LookAsync(Act act, Stream workbook, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RosterPermission);
        // Off the caller's thread: a page's circuit must not stand still meanwhile.
        var rows = await Task.Run(() => RosterSheet.Read(workbook), cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var checking = new RosterChecking(cipher, act.On);
        var added = await checking.ReadAsync(db, rows, cancel);
        return new RosterPreview(rows.Count, added.Count, checking.Known, checking.Problems);
    }

    /// <summary>Adds everybody; they owe the policies in force from today. One wrong row, and nobody is added.</summary>
    /// <param name="progress">Told how many were added.</param>
    /// <returns>How many were added. A second time adds nobody: they stand there already.</returns>
    public async Task<int> ApplyAsync(Act act, Stream workbook, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RosterPermission);
        var rows = await Task.Run(() => RosterSheet.Read(workbook), cancel);
        return await writer.SaveAsync(async db =>
        {
            var checking = new RosterChecking(cipher, act.On);
            var people = await checking.ReadAsync(db, rows, cancel);
            if (checking.Problems.Count > 0)
                throw new RuleViolation("policies.import.broken", null, checking.Problems.Count);
            var owing = await Owing.ReadAsync(db, act, cancel);
            var done = 0;
            foreach (var batch in people.Chunk(Batch))
            {
                Add(db, act, owing, batch);
                await db.SaveChangesAsync(cancel);
                Scope.LetGo(db);
                done += batch.Length;
                progress?.Report(done);
            }
            return done;
        }, cancel);
    }

    private static void Add(CaseDbContext db, Act act, Owing owing, MemberFacts[] people)
    {
        foreach (var facts in people)
        {
            var member = new StaffMember(facts);
            db.Add(member);
            db.Record(act, "policies.member.add", member, member.FullName, Clauses.Scope);
            db.AddRange(owing.Of(member));
        }
        owing.Record(db, act, people.Length);
    }
}
