using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A flag, as typed.</summary>
public sealed record FlagForm
{
    public const int LongestNote = 1000;

    public SensitivityKind? Kind { get; set; }

    public string? Note { get; set; }
}

/// <summary>A flag as it is shown to those who may see it.</summary>
/// <param name="Address">What a protected address hides elsewhere.</param>
public sealed record FlagRow(Guid Id, Guid Version, SensitivityKind Kind, string? Note, DateTime RaisedAt, string RaisedByName, NationalAddress? Address = null);

/// <summary>Comes to sensitive data the only way there is: the permission of its own, and a reason from whoever needs one.</summary>
internal static class SensitiveReach
{
    public static async Task RequireSensitiveAsync(this CaseDbContext db, Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await db.RequireAsync(act, BeneficiariesModule.SensitivePermission, beneficiaryId, cancel);
        if (act.Actor.ReachOf(BeneficiariesModule.SensitivePermission) == Reach.Reason && CleanText.IsBlank(act.Why))
            throw new RuleViolation("registry.sensitive.reason", nameof(Act.Why));
    }

    public static async Task<(TRow Row, Beneficiary File)> SensitiveRowAsync<TRow>(this CaseDbContext db, Act act, Guid rowId, Guid version, CancellationToken cancel)
        where TRow : CaseEntity, IOfBeneficiary
    {
        var row = await db.Set<TRow>().SingleOrDefaultAsync(r => r.Id == rowId, cancel) ?? throw new RuleViolation("registry.row.gone");
        await db.RequireSensitiveAsync(act, row.BeneficiaryId, cancel);
        row.ExpectVersion(version);
        var file = await db.Beneficiaries.SingleAsync(b => b.Id == row.BeneficiaryId, cancel);
        file.RequireUnmerged();
        return (row, file);
    }
}

/// <summary>Raising and lifting flags.</summary>
public sealed class SensitivityService(CaseWriter writer, FieldCipher cipher)
{
    internal const string Table = "SensitivityFlags";
    internal const string KindColumn = "Kind";
    internal const string NoteColumn = "Note";

    /// <summary>All kinds are sealed at one length: how long the sealed bytes are must not tell which it is.</summary>
    private const int KindWidth = 32;

    /// <param name="key">The form's own key: sent twice, it makes one row (C6).</param>
    public Task<Guid> RaiseAsync(Act act, Guid key, Guid beneficiaryId, FlagForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.SensitivePermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            await db.RequireSensitiveAsync(act, beneficiaryId, cancel);
            var file = await db.Beneficiaries.SingleAsync(b => b.Id == beneficiaryId, cancel);
            file.RequireUnmerged();
            var check = new FieldChecks();
            check.Chosen(form.Kind, nameof(form.Kind));
            var note = check.OptionalParagraph(form.Note, nameof(form.Note), FlagForm.LongestNote);
            check.ThrowIfAny();
            var flag = new SensitivityFlag(act, beneficiaryId);
            flag.Hold(cipher.Seal(Table, KindColumn, flag.Id, form.Kind!.Value.ToString().PadRight(KindWidth)), note is null ? null : cipher.Seal(Table, NoteColumn, flag.Id, note));
            db.Add(flag);
            db.RecordOn(act, "registry.flag.raise", file);
            return flag.Id;
        }, cancel);
    }

    public Task LiftAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.SensitivePermission);
        return writer.SaveAsync(async db =>
        {
            var (flag, file) = await db.SensitiveRowAsync<SensitivityFlag>(act, id, version, cancel);
            flag.Lift(act);
            db.RecordOn(act, "registry.flag.lift", file);
        }, cancel);
    }
}

/// <summary>Reads of flags; each is a look that is written down.</summary>
public sealed class SensitivityQueries(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, AccessLog log)
{
    /// <summary>Whether the tab is hers to open; says nothing about there being any flag.</summary>
    public async Task<bool> MayOpenAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.CoversAsync(act, BeneficiariesModule.SensitivePermission, beneficiaryId, cancel);
    }

    /// <exception cref="RuleViolation">Whoever reaches them only with a reason gave none.</exception>
    public async Task<IReadOnlyList<FlagRow>> OpenAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.RequireSensitiveAsync(act, beneficiaryId, cancel);
        await log.LookedAsync(act, LookedAt.Sensitive, beneficiaryId, cancel);
        var flags = await db.SensitivityFlags.AsNoTracking().Where(f => f.BeneficiaryId == beneficiaryId && f.LiftedAt == null).OrderBy(f => f.Id).ToListAsync(cancel);
        var address = await db.Beneficiaries.AsNoTracking().Where(b => b.Id == beneficiaryId).Select(b => b.Address).SingleAsync(cancel);
        return [.. flags.Select(f => Row(f, ProtectedAddresses.KindOf(cipher, f.Id, f.KindSealed), address))];
    }

    private FlagRow Row(SensitivityFlag f, SensitivityKind kind, NationalAddress address)
    {
        var note = f.NoteSealed is null ? null : cipher.OpenText(SensitivityService.Table, SensitivityService.NoteColumn, f.Id, f.NoteSealed);
        return new FlagRow(f.Id, f.Version, kind, note, f.CreatedAt, f.RaisedByName, kind == SensitivityKind.ProtectedAddress ? address : null);
    }
}
