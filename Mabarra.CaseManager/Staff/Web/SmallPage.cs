using System.Globalization;
using System.Text.Encodings.Web;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>A sentence to somebody who gets no further, written before any component could be.</summary>
internal static class SmallPage
{
    /// <param name="title">Key of its words.</param>
    /// <param name="text">Key of its words.</param>
    public static Task WriteAsync(HttpContext context, string title, string text, CancellationToken cancel)
    {
        var words = context.RequestServices.GetRequiredService<IStringLocalizer<StaffText>>();
        return WriteTextAsync(context, words[title], [words[text]], cancel);
    }

    /// <summary>In another module's words.</summary>
    public static Task WriteTextAsync(HttpContext context, string title, IEnumerable<string> texts, CancellationToken cancel)
    {
        var (language, direction) = AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? ("ar", "rtl") : ("en", "ltr");
        var encode = HtmlEncoder.Default;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{language}" dir="{direction}" data-theme="{Preferences.Theme(context.Request.Cookies[Preferences.ThemeCookie])}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{encode.Encode(title)}</title>
            <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/base.css"><link rel="stylesheet" href="/css/kit.css"><link rel="stylesheet" href="/css/shell.css"></head>
            <body><main class="full-message"><h1>{encode.Encode(title)}</h1>{string.Concat(texts.Select(text => $"<p>{encode.Encode(text)}</p>"))}</main></body>
            </html>
            """,
            cancel);
    }
}
