using System.Buffers.Binary;
using System.Text;

namespace Mabarra.CaseManager.Benchmarks.Circuits;

/// <summary>An event somebody may cause: the handler's number, the event's name, and the element's <c>id</c>.</summary>
internal sealed record Handler(ulong Number, string Event, string? ElementId);

/// <summary>
/// Reads the handlers out of a render batch. At its end lie five places: updated components, frames, disposed components, disposed handlers, strings.
/// A frame is twenty bytes: its kind, then for an element (1) length and name, for an attribute (3) name, value and handler, each string an index.
/// </summary>
internal static class RenderBatch
{
    private const int FrameSize = 20;
    private const int Element = 1;
    private const int Attribute = 3;

    public static void ReadHandlers(ReadOnlySpan<byte> batch, Dictionary<ulong, Handler> into)
    {
        var frames = FramesOf(batch);
        string? id = null;
        var start = into.Count;
        var ofElement = new List<Handler>();
        for (var at = 0; at < frames.Length; at += FrameSize)
        {
            var frame = frames.Slice(at, FrameSize);
            var kind = Number(frame);
            if (kind == Element)
                (id, _) = (null, Keep(ofElement, id, into));
            if (kind != Attribute)
                continue;
            var (name, handler) = (Text(batch, Number(frame[4..])), BinaryPrimitives.ReadUInt64LittleEndian(frame[12..]));
            if (name == "id")
                id = Text(batch, Number(frame[8..]));
            else if (handler > 0 && name is ['o', 'n', ..])
                ofElement.Add(new Handler(handler, name[2..], null));
        }

        Keep(ofElement, id, into);
    }

    private static bool Keep(List<Handler> found, string? elementId, Dictionary<ulong, Handler> into)
    {
        foreach (var handler in found)
            into[handler.Number] = handler with { ElementId = elementId };
        found.Clear();
        return true;
    }

    private static ReadOnlySpan<byte> FramesOf(ReadOnlySpan<byte> batch)
    {
        var start = Number(batch[^16..]);
        return batch.Slice(start + 4, Number(batch[start..]) * FrameSize);
    }

    private static string? Text(ReadOnlySpan<byte> batch, int index)
    {
        if (index < 0)
            return null;
        var at = Number(batch[(Number(batch[^4..]) + (index * 4))..]);
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = batch[at++];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);
        return Encoding.UTF8.GetString(batch.Slice(at, length));
    }

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);
}
