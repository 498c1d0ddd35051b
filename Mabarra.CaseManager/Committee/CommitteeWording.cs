using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Committee;

/// <summary>Words of the committees' values.</summary>
internal static class CommitteeWording
{
    public static IReadOnlyList<CommitteeFunction> All { get; } = [CommitteeFunction.RequestStudy, CommitteeFunction.ComplaintFollowUp, CommitteeFunction.Investigation];

    public static IEnumerable<CommitteeFunction> Parts(CommitteeFunction functions) => All.Where(f => functions.HasFlag(f));

    public static string Functions(this IStringLocalizer<CommitteeText> t, CommitteeFunction functions) =>
        Ui.Enumeration.Of(Parts(functions).Select(f => t[$"function.{f}"].Value));
}
