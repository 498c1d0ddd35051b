using Microsoft.AspNetCore.WebUtilities;

namespace Mabarra.CaseManager.Ui;

/// <summary>Reads the query string of an address; one value a name.</summary>
internal static class QueryText
{
    public static Dictionary<string, string> Read(string uri)
    {
        var at = uri.IndexOf('?', StringComparison.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (at < 0)
            return values;
        foreach (var (name, value) in QueryHelpers.ParseQuery(uri[at..].Split('#')[0]))
        {
            if (value.Count > 0 && !string.IsNullOrWhiteSpace(value[0]))
                values[name] = value[0]!;
        }
        return values;
    }
}
