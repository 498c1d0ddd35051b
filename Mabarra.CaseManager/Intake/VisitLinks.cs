using Mabarra.CaseManager.Beneficiaries;

namespace Mabarra.CaseManager.Intake;

/// <summary>Addresses reception uses.</summary>
public static class VisitLinks
{
    public const string Reception = "/reception";

    /// <summary>A request that begins at this visit. Somebody without a file gets one first.</summary>
    public static string RequestAt(Guid visitId, Guid? beneficiaryId) => beneficiaryId is null
        ? BeneficiaryLinks.NewThen(RequestLinks.New(visit: visitId))
        : RequestLinks.New(beneficiaryId, visitId);
}
