using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Audit;

/// <summary>Writes down who took which list away, how it was narrowed and how many rows went (ح-٢), before the file is handed over.</summary>
internal sealed class ListExportDoor(CurrentActor actor, CaseWriter writer) : IExportDoor
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task RequireAsync(CancellationToken cancel) => (await actor.ActAsync()).Require(ListExport.ExportPermission);

    public async Task RecordAsync(ListExported export, CancellationToken cancel)
    {
        var act = await actor.ActAsync();
        act.Require(ListExport.ExportPermission);
        await writer.SaveAsync(db =>
        {
            db.Record(act, "lists.list.export", Guid.CreateVersion7(), "List", export.List, "ح-2", Describe(export));
            return Task.CompletedTask;
        }, cancel);
    }

    private static string Describe(ListExported export)
    {
        var values = new Dictionary<string, object?[]>(StringComparer.Ordinal) { ["rows"] = [null, export.Rows] };
        if (export.Search)
            values["search"] = [null, AuditChangeList.Private];
        foreach (var (name, value) in export.Filters)
            values[name] = [null, value];
        return JsonSerializer.Serialize(new[] { new { kind = "", state = "Added", values } }, Json);
    }
}
