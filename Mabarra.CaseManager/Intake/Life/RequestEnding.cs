using System.Globalization;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>How a request ended without a reply: withdrawn by the beneficiary, or put away incomplete.</summary>
/// <param name="WishChannel">How the wish to withdraw came; null for one put away.</param>
/// <param name="WishOn">The day the wish came.</param>
public sealed record RequestEnding(
    DateOnly On, DateTime At, string ByName, string? ReasonCode, string? ReasonAr, string? ReasonEn, [property: PrivateValue] string? Note,
    Channel? WishChannel, DateOnly? WishOn)
{
    /// <summary>For papers, which are Arabic.</summary>
    public string? Arabic => Reason(ReasonAr);

    public string? In(CultureInfo culture) => AppCulture.IsArabic(culture) ? Arabic : Reason(ReasonEn);

    private string? Reason(string? name) => name is null || Note is null ? name ?? Note : $"{name}: {Note}";
}

/// <summary>The beneficiary's wish to withdraw, checked.</summary>
internal sealed record WithdrawalWish(GivenReason Reason, Channel Channel, DateOnly On);
