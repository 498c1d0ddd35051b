using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// عنوان محمي: the address of somebody who must not be found is shown only to those who see her sensitive data without being asked why (DOMAIN.md §2.3).
/// Whoever reaches that data with a reason finds the address beside the flag, once the reason is given.
/// </summary>
public sealed class ProtectedAddresses(FieldCipher cipher)
{
    /// <summary>Whether the address of this file is kept from the actor.</summary>
    internal async Task<bool> HidesAsync(CaseDbContext db, Act act, Beneficiary file, CancellationToken cancel)
    {
        if (BeneficiaryAccess.Covers(act.Actor, BeneficiariesModule.SensitivePermission, file.Categories.Select(c => c.CategoryCode)))
            return false;
        return await IsProtectedAsync(db, file.Id, cancel);
    }

    /// <summary>Whether the address is protected at all: paper lies about, so it never stands on any.</summary>
    internal async Task<bool> IsProtectedAsync(CaseDbContext db, Guid file, CancellationToken cancel)
    {
        var flags = await db.SensitivityFlags.AsNoTracking().Where(f => f.BeneficiaryId == file && f.LiftedAt == null).Select(f => new { f.Id, f.KindSealed }).ToListAsync(cancel);
        return flags.Exists(f => KindOf(cipher, f.Id, f.KindSealed) == SensitivityKind.ProtectedAddress);
    }

    internal static SensitivityKind KindOf(FieldCipher cipher, Guid flag, byte[] kind) =>
        Enum.Parse<SensitivityKind>(cipher.OpenText(SensitivityService.Table, SensitivityService.KindColumn, flag, kind).TrimEnd());
}
