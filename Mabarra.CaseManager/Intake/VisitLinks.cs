namespace Mabarra.CaseManager.Intake;

/// <summary>Addresses reception uses.</summary>
public static class VisitLinks
{
    public const string Reception = "/reception";

    /// <summary>The screen in the hall.</summary>
    public const string Display = "/reception/display";

    /// <summary>Questions handed over to liaison officers.</summary>
    public const string Questions = "/reception/questions";

    /// <summary>Prints the visitor's card.</summary>
    public static string Print(Guid visitId) => $"{Reception}/{visitId}/print";

    /// <summary>A request that begins at this visit. Whoever came without a file is first looked for there, and gets one when she has none.</summary>
    public static string RequestAt(Guid visitId, Guid? beneficiaryId) => RequestLinks.New(beneficiaryId, visitId);
}
