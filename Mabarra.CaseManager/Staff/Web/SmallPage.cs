using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>A sentence to somebody who gets no further, written before any component could be.</summary>
internal static class SmallPage
{
    public static Task WriteAsync(HttpContext context, string title, string text, CancellationToken cancel)
    {
        var words = context.RequestServices.GetRequiredService<IStringLocalizer<StaffText>>();
        var (language, direction) = AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? ("ar", "rtl") : ("en", "ltr");
        var encode = HtmlEncoder.Default;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{language}" dir="{direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{encode.Encode(words[title])}</title></head>
            <body><main><h1>{encode.Encode(words[title])}</h1><p>{encode.Encode(words[text])}</p></main></body>
            </html>
            """,
            cancel);
    }
}
