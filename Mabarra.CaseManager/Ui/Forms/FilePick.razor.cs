using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Mabarra.CaseManager.Ui;

/// <summary>One picked file on its way. <see cref="Read"/> streams it; nothing is held whole in memory here.</summary>
/// <param name="Read">Opens the content; call once. Progress is counted as it is read.</param>
public sealed record PickedFile(string Name, string ContentType, long Size, Func<CancellationToken, Stream> Read);

/// <summary>Takes files from the person and hands them to the page one by one.</summary>
public sealed partial class FilePick : IDisposable
{
    private sealed class Row(string name, long size)
    {
        public string Name { get; } = name;
        public long Size { get; } = size;
        public int Percent { get; set; }
        public bool Done { get; set; }
        public string? Error { get; set; }
    }

    private readonly CancellationTokenSource _gone = new();
    private readonly List<Row> _files = [];
    private bool _running;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    [Parameter] public string? Field { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Multiple { get; set; }

    [Parameter] public int MaxFiles { get; set; } = 10;

    [Parameter] public long MaxBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Name of a file that is there already (of a draft, or sent from a telephone); shown until another is picked.</summary>
    [Parameter] public string? Kept { get; set; }

    /// <summary>For the browser's chooser only; the server looks at the bytes.</summary>
    [Parameter] public string Accept { get; set; } = ".pdf,.jpg,.jpeg,.png";

    /// <summary>Words for the kinds in <see cref="Accept"/>.</summary>
    [Parameter] public string Kinds { get; set; } = "PDF, JPG, PNG";

    /// <summary>Stores one file; a <see cref="RuleViolation"/> is told beside its name.</summary>
    [Parameter, EditorRequired] public Func<PickedFile, CancellationToken, Task> Store { get; set; } = null!;

    /// <summary>All picked files were tried.</summary>
    [Parameter] public EventCallback Finished { get; set; }

    [Parameter] public string Id { get; set; } = ElementIds.Next("file");

    private string LimitText => T["file.limits", Kinds, MaxBytes / (1024 * 1024)];

    private async Task TakeAsync(InputFileChangeEventArgs e)
    {
        if (_running)
            return;
        _running = true;
        _files.Clear();
        try
        {
            if (e.FileCount > MaxFiles)
                _files.Add(new Row("", 0) { Error = T["file.too.many", MaxFiles] });
            else
                foreach (var file in e.GetMultipleFiles(MaxFiles))
                    await StoreAsync(file);
        }
        finally
        {
            _running = false;
        }
        await Finished.InvokeAsync();
    }

    private async Task StoreAsync(IBrowserFile file)
    {
        var row = new Row(file.Name, file.Size);
        _files.Add(row);
        if (file.Size == 0)
            row.Error = T["file.empty"];
        else if (file.Size > MaxBytes)
            row.Error = T["file.too.big", MaxBytes / (1024 * 1024)];
        else
            await TryStoreAsync(file, row);
        StateHasChanged();
    }

    private async Task TryStoreAsync(IBrowserFile file, Row row)
    {
        StateHasChanged();
        try
        {
            await Store(new PickedFile(file.Name, file.ContentType, file.Size, cancel => Open(file, row, cancel)), _gone.Token);
            row.Done = true;
        }
        catch (RuleViolation violation)
        {
            row.Error = string.Join(' ', violation.Breaches.Select(Rules.For));
        }
        catch (AccessDenied denied)
        {
            await denied.Written;
            row.Error = Rules.For(new Breach("ui.access.denied"));
        }
        catch (IOException)
        {
            row.Error = T["file.failed"];
        }
    }

    private CountingStream Open(IBrowserFile file, Row row, CancellationToken cancel) =>
        new(file.OpenReadStream(MaxBytes, cancel), read =>
        {
            var percent = (int)(read * 100 / row.Size);
            if (percent < row.Percent + 2)
                return;
            row.Percent = percent;
            _ = InvokeAsync(StateHasChanged);
        });

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => bytes.ToString(CultureInfo.InvariantCulture) + " B",
        < 1024 * 1024 => (bytes / 1024.0).ToString("0", CultureInfo.InvariantCulture) + " KB",
        _ => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MB",
    };

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }
}
