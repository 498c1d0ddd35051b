using System.Buffers.Binary;
using System.Text;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>
/// Cuts a TrueType face down to the glyphs one document uses: SkiaSharp's own build leaves faces whole, 100 kB each.
/// Glyph numbers stay, outlines of unused ones go, layout tables go (the text is shaped already), and one empty glyph is added at the end:
/// see <see cref="ShapedText"/> for what it carries.
/// </summary>
internal sealed class TrueTypeSubset
{
    /// <summary>Width of the added empty glyph, in thousandths of an em.</summary>
    public const float CarrierAdvance = 0.1f;

    private const int CarrierCharacter = 0x200B;
    private const int TableRecord = 16;
    private static readonly string[] CopiedTables = ["OS/2", "cvt ", "fpgm", "name", "prep"];
    private readonly byte[] _font;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<(int CodePoint, ushort Glyph)> _characters;

    public TrueTypeSubset(byte[] font, Func<int, ushort> glyphOf)
    {
        _font = font;
        for (var i = 0; i < U16(4); i++)
        {
            var record = 12 + (TableRecord * i);
            _tables[Encoding.ASCII.GetString(font, record, 4)] = (I32(record + 8), I32(record + 12));
        }
        GlyphCount = U16(Table("maxp") + 4);
        if (U16(Table("head") + 50) != 1 || U16(Table("hhea") + 34) != GlyphCount)
            throw new NotSupportedException("Only faces with long glyph offsets and a width for every glyph are cut.");
        _characters = [.. Enumerable.Range(0x20, 0xFFFF - 0x20).Select(c => (c, glyphOf(c))).Where(pair => pair.Item2 != 0)];
    }

    public int GlyphCount { get; }

    /// <summary>Number of the added empty glyph.</summary>
    public ushort Carrier => (ushort)GlyphCount;

    public byte[] Cut(IEnumerable<ushort> used)
    {
        var kept = WithParts(used);
        var (glyf, loca) = Outlines(kept);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = CharacterMap(kept),
            ["glyf"] = glyf,
            ["head"] = Copy("head"),
            ["hhea"] = Changed("hhea", 34, GlyphCount + 1),
            ["hmtx"] = [.. Copy("hmtx"), .. BigEndian16((int)(CarrierAdvance * UnitsPerEm)), 0, 0],
            ["loca"] = loca,
            ["maxp"] = Changed("maxp", 4, GlyphCount + 1),
            ["post"] = [0, 3, 0, 0, .. new byte[28]],
        };
        foreach (var name in CopiedTables)
        {
            if (_tables.ContainsKey(name))
                tables[name] = Copy(name);
        }
        return Assemble(tables);
    }

    private int UnitsPerEm => U16(Table("head") + 18);

    /// <summary>The used glyphs, the one that stands for missing ones, and the parts composed glyphs are made of.</summary>
    private SortedSet<ushort> WithParts(IEnumerable<ushort> used)
    {
        var kept = new SortedSet<ushort> { 0 };
        var open = new Stack<ushort>(used);
        while (open.TryPop(out var glyph))
        {
            if (glyph >= GlyphCount || !kept.Add(glyph))
                continue;
            foreach (var part in Parts(glyph))
                open.Push(part);
        }
        return kept;
    }

    private IEnumerable<ushort> Parts(ushort glyph)
    {
        const int words = 1, scale = 8, more = 32, scaleXY = 64, matrix = 128;
        var (start, length) = Outline(glyph);
        if (length == 0 || (short)U16(start) >= 0)
            yield break;
        var at = start + 10;
        int flags;
        do
        {
            flags = U16(at);
            yield return U16(at + 2);
            at += 4 + ((flags & words) != 0 ? 4 : 2);
            at += (flags & scale) != 0 ? 2 : (flags & scaleXY) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0;
        }
        while ((flags & more) != 0);
    }

    private (int Start, int Length) Outline(int glyph)
    {
        var entry = Table("loca") + (4 * glyph);
        return (Table("glyf") + I32(entry), I32(entry + 4) - I32(entry));
    }

    private (byte[] Glyf, byte[] Loca) Outlines(SortedSet<ushort> kept)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (GlyphCount + 2)];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
        {
            if (kept.Contains((ushort)glyph))
            {
                var (start, length) = Outline(glyph);
                glyf.Write(_font, start, length);
                glyf.Write(new byte[(4 - (length % 4)) % 4]);
            }
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (glyph + 1)), (int)glyf.Length);
        }
        BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (GlyphCount + 1)), (int)glyf.Length);
        return (glyf.ToArray(), loca);
    }

    /// <summary>One Unicode subtable of format 12, a group a character.</summary>
    private byte[] CharacterMap(SortedSet<ushort> kept)
    {
        var groups = _characters.Where(pair => kept.Contains(pair.Glyph)).Append((CarrierCharacter, Carrier)).OrderBy(pair => pair.Item1).ToList();
        var map = new byte[12 + 16 + (12 * groups.Count)];
        ReadOnlySpan<byte> head = [0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12];
        head.CopyTo(map);
        BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(16), map.Length - 12);
        BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(24), groups.Count);
        for (var i = 0; i < groups.Count; i++)
        {
            var at = map.AsSpan(28 + (12 * i));
            BinaryPrimitives.WriteInt32BigEndian(at, groups[i].Item1);
            BinaryPrimitives.WriteInt32BigEndian(at[4..], groups[i].Item1);
            BinaryPrimitives.WriteInt32BigEndian(at[8..], groups[i].Item2);
        }
        return map;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        using var font = new MemoryStream();
        font.Write([0, 1, 0, 0, .. BigEndian16(tables.Count), 0, 0, 0, 0, 0, 0]);
        var offset = 12 + (TableRecord * tables.Count);
        var number = new byte[4];
        foreach (var (name, data) in tables)
        {
            font.Write(Encoding.ASCII.GetBytes(name));
            foreach (var value in (int[])[Checksum(data), offset, data.Length])
            {
                BinaryPrimitives.WriteInt32BigEndian(number, value);
                font.Write(number);
            }
            offset += (data.Length + 3) / 4 * 4;
        }
        foreach (var data in tables.Values)
        {
            font.Write(data);
            font.Write(new byte[(4 - (data.Length % 4)) % 4]);
        }
        return font.ToArray();
    }

    private static int Checksum(byte[] data)
    {
        uint sum = 0;
        for (var i = 0; i < data.Length; i++)
            sum += (uint)data[i] << (24 - (8 * (i % 4)));
        return (int)sum;
    }

    private byte[] Copy(string name) => _font[Table(name)..(Table(name) + _tables[name].Length)];

    private byte[] Changed(string name, int at, int value)
    {
        var table = Copy(name);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);
        return table;
    }

    private static byte[] BigEndian16(int value) => [(byte)(value >> 8), (byte)value];

    private int Table(string name) => _tables[name].Offset;

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_font.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(_font.AsSpan(at));
}
