using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Staff;

/// <summary>What the pages without a circuit share: they work without JavaScript, show messages beside the fields, and end in a redirect once something is done.</summary>
public abstract class StaticPage : ComponentBase
{
    [Inject] protected NavigationManager Nav { get; set; } = null!;

    [CascadingParameter] protected HttpContext Http { get; set; } = null!;

    /// <summary>Messages of the last try.</summary>
    protected FormErrors Errors { get; } = new();
}
