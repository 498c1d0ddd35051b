using System.ComponentModel;
using System.Diagnostics;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>
/// The outside judge of our PDFs: poppler's command-line tools. Where they are absent the test is skipped with its reason;
/// <c>MABARRA_REQUIRE_ALL=1</c> makes that a failure.
/// </summary>
public static class Poppler
{
    private static readonly Lazy<bool> Installed = new(() => Array.TrueForAll(["pdftotext", "pdffonts", "pdfinfo", "pdftoppm"], IsThere));

    public static void Require()
    {
        const string reason = "poppler-utils (pdftotext, pdffonts, pdfinfo, pdftoppm) is not installed on this machine.";
        if (Environment.GetEnvironmentVariable("MABARRA_REQUIRE_ALL") is "1")
            Assert.True(Installed.Value, reason);
        Assert.SkipUnless(Installed.Value, reason);
    }

    /// <summary>The text as a reader's search finds it, pages parted by form feeds.</summary>
    public static string Text(byte[] pdf, params string[] options) => Run("pdftotext", pdf, ["-enc", "UTF-8", .. options], "-");

    public static string Fonts(byte[] pdf) => Run("pdffonts", pdf, []);

    public static string Info(byte[] pdf) => Run("pdfinfo", pdf, []);

    /// <summary>What an outside reader says of the seal.</summary>
    public static string Seal(byte[] pdf) => Run("pdfsig", pdf, ["-nocert"]);

    /// <summary>How many pictures are in it, masks counted.</summary>
    public static int Images(byte[] pdf) => Run("pdfimages", pdf, ["-list"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2;

    /// <summary>The first page as a PNG.</summary>
    public static byte[] Page(byte[] pdf, int dpi)
    {
        var image = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Run("pdftoppm", pdf, ["-r", dpi.ToString(System.Globalization.CultureInfo.InvariantCulture), "-png", "-singlefile"], image);
        try
        {
            return File.ReadAllBytes(image + ".png");
        }
        finally
        {
            File.Delete(image + ".png");
        }
    }

    private static string Run(string tool, byte[] pdf, string[] options, params string[] after)
    {
        Require();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            using var process = Process.Start(Command(tool, [.. options, file, .. after]))!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var complaint = errors.GetAwaiter().GetResult();
            Assert.True(process.ExitCode == 0 && complaint.Length == 0, $"{tool} ended with {process.ExitCode}: {complaint}");
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool IsThere(string tool)
    {
        try
        {
            using var process = Process.Start(Command(tool, ["-v"]))!;
            process.StandardOutput.ReadToEnd();
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo Command(string tool, string[] arguments) => new(tool, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
        UseShellExecute = false,
    };
}
