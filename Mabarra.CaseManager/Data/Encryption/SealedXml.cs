using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Mabarra.CaseManager.Data.Encryption;

/// <summary>Seals ASP.NET's own keys (cookies, antiforgery, circuits), which lie in the database and in each of its backups, under the key file.</summary>
internal sealed class SealedXmlEncryptor(FieldCipher cipher) : IXmlEncryptor
{
    internal const string Table = "DataProtectionKeys";
    internal const string Column = "Xml";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var id = Guid.NewGuid();
        var value = Convert.ToBase64String(cipher.Seal(Table, Column, id, plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("sealed", new XAttribute("id", id), value), typeof(SealedXmlDecryptor));
    }
}

/// <summary>Made by ASP.NET from the type's name in the stored key.</summary>
internal sealed class SealedXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(services.GetRequiredService<FieldCipher>().OpenText(
        SealedXmlEncryptor.Table, SealedXmlEncryptor.Column, (Guid)encryptedElement.Attribute("id")!, Convert.FromBase64String(encryptedElement.Value)));
}
