using System.Globalization;
using System.Runtime.InteropServices;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>
/// The Unicode bidirectional algorithm of the ICU library that .NET itself runs on: <c>icu.dll</c> of Windows, <c>libicucore</c> of macOS,
/// <c>libicuuc</c> of Linux. Four functions bound by hand; why is told in <c>docs/adr/0001-pdf-drawing.md</c>.
/// </summary>
internal static class UnicodeBidi
{
    private const int NewestIcu = 99;
    private const int OldestIcu = 50;
    private static readonly Lazy<Functions> Icu = new(Load);

    private delegate nint Open();

    private delegate void SetPara(nint bidi, nint text, int length, byte level, nint embedding, ref int error);

    private delegate nint GetLevels(nint bidi, ref int error);

    private delegate void Close(nint bidi);

    /// <summary>The embedding level of every UTF-16 unit of one paragraph: odd runs right-to-left.</summary>
    public static byte[] Levels(string text, bool rightToLeft)
    {
        if (text.Length == 0)
            return [];
        var icu = Icu.Value;
        var bidi = icu.Open();
        // ICU keeps the pointer to the text until it is closed, so the array must not move.
        var units = text.ToCharArray();
        var pin = GCHandle.Alloc(units, GCHandleType.Pinned);
        try
        {
            var error = 0;
            icu.SetPara(bidi, pin.AddrOfPinnedObject(), units.Length, rightToLeft ? (byte)1 : (byte)0, 0, ref error);
            var levels = icu.GetLevels(bidi, ref error);
            if (error > 0 || levels == 0)
                throw new InvalidOperationException($"ICU could not order the text (error {error.ToString(CultureInfo.InvariantCulture)}).");
            var result = new byte[text.Length];
            Marshal.Copy(levels, result, 0, result.Length);
            return result;
        }
        finally
        {
            icu.Close(bidi);
            pin.Free();
        }
    }

    private static Functions Load()
    {
        foreach (var name in (string[])["icu", "libicucore.dylib", "libicuuc.so", "icuuc"])
        {
            if (NativeLibrary.TryLoad(name, out var library) && Bind(library) is { } found)
                return found;
        }
        for (var version = NewestIcu; version >= OldestIcu; version--)
        {
            var number = version.ToString(CultureInfo.InvariantCulture);
            if (NativeLibrary.TryLoad("libicuuc.so." + number, out var library) && Bind(library) is { } found)
                return found;
        }
        throw new DllNotFoundException("The ICU library was not found. Install it (Debian: libicu) as .NET's own globalization needs it.");
    }

    /// <summary>Windows, macOS and some distributions export plain names; most Linux builds append the version.</summary>
    private static Functions? Bind(nint library)
    {
        for (var version = NewestIcu; version >= OldestIcu - 1; version--)
        {
            var suffix = version == NewestIcu ? "" : "_" + (version + 1).ToString(CultureInfo.InvariantCulture);
            if (NativeLibrary.TryGetExport(library, "ubidi_open" + suffix, out var open))
            {
                return new Functions(
                    Marshal.GetDelegateForFunctionPointer<Open>(open),
                    Export<SetPara>("ubidi_setPara"),
                    Export<GetLevels>("ubidi_getLevels"),
                    Export<Close>("ubidi_close"));
            }
            T Export<T>(string name) => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, name + suffix));
        }
        return null;
    }

    private sealed record Functions(Open Open, SetPara SetPara, GetLevels GetLevels, Close Close);
}
