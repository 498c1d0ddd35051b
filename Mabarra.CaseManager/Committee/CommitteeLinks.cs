using System.Globalization;

namespace Mabarra.CaseManager.Committee;

/// <summary>Addresses of committees and their work.</summary>
public static class CommitteeLinks
{
    public const string List = "/committee";
    public const string Board = "/committee/board";

    public const string Sittings = "/committee/sittings";

    public static string Sitting(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Sittings}/{id}");

    /// <summary>A request as the committee reads it.</summary>
    public static string Case(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{List}/cases/{id}");

    public static string Minutes(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{List}/minutes/{id}");

    /// <summary>Prints fixed minutes to be signed by hand.</summary>
    public static string PrintMinutes(Guid id) => $"{Minutes(id)}/print";

    public static string Open(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");
}
