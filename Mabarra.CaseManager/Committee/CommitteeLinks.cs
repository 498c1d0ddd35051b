using System.Globalization;

namespace Mabarra.CaseManager.Committee;

/// <summary>Addresses of committees and their work.</summary>
public static class CommitteeLinks
{
    public const string List = "/committee";
    public const string Board = "/committee/board";

    public static string Open(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");
}
