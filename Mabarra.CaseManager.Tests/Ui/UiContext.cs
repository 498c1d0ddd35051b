using System.Globalization;
using Bunit;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Mabarra.CaseManager.Tests.Ui;

/// <summary>A bUnit context with the kit registered, a clock that stands still and Arabic as the page's language.</summary>
public abstract class UiContext : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiBefore = CultureInfo.CurrentUICulture;

    protected UiContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = AppCulture.Arabic;
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddLogging();
        Services.AddUi();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_before, _uiBefore);
    }
}
