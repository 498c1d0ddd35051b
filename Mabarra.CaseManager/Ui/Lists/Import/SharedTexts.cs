using System.Buffers;
using System.Text;
using System.Xml;

namespace Mabarra.CaseManager.Ui;

/// <summary>The texts a workbook's cells point to, as bytes in one piece: a million of them cost what they weigh, not a million objects.</summary>
internal sealed class SharedTexts
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<int> _ends = [];

    public string? this[int index] => index < 0 || index >= _ends.Count
        ? null
        : Encoding.UTF8.GetString(_bytes.WrittenSpan[(index == 0 ? 0 : _ends[index - 1]).._ends[index]]);

    public static SharedTexts Read(XmlReader xml)
    {
        var texts = new SharedTexts();
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(CellText.OfRuns(xml));
        }
        return texts;
    }

    private void Add(string text)
    {
        if (_bytes.WrittenCount + (text.Length * 3) > WorkbookLimits.LargestTexts)
            throw WorkbookLimits.Refused("bomb");
        Encoding.UTF8.GetBytes(text, _bytes);
        _ends.Add(_bytes.WrittenCount);
    }
}

/// <summary>Reads the text inside a cell or a shared text.</summary>
internal static class CellText
{
    /// <summary>All <c>t</c> of the element, those of how a word is pronounced aside; the reader is left at its end.</summary>
    public static string OfRuns(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth, spoken) = (new StringBuilder(), xml.Depth, int.MaxValue);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
                spoken = xml.LocalName == "rPh" ? xml.Depth : xml.Depth <= spoken ? int.MaxValue : spoken;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && spoken == int.MaxValue)
                Append(text, xml);
        }
        return text.ToString();
    }

    /// <summary>In pieces: nobody makes us hold a cell of 500 MB.</summary>
    private static void Append(StringBuilder text, XmlReader xml)
    {
        var piece = ArrayPool<char>.Shared.Rent(1024);
        try
        {
            for (int count; (count = xml.ReadValueChunk(piece, 0, piece.Length)) > 0;)
            {
                if (text.Length + count > SheetText.LongestCell)
                    throw WorkbookLimits.Refused("damaged");
                text.Append(piece, 0, count);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(piece);
        }
    }
}
