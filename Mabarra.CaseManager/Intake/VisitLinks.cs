namespace Mabarra.CaseManager.Intake;

/// <summary>Addresses reception uses.</summary>
public static class VisitLinks
{
    public const string Reception = "/reception";

    /// <summary>A request that begins at this visit. Whoever came without a file is first looked for there, and gets one when she has none.</summary>
    public static string RequestAt(Guid visitId, Guid? beneficiaryId) => RequestLinks.New(beneficiaryId, visitId);
}
