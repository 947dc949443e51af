using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Slowroll.Habits.Tests.Folders;

/// <summary>Collects the types of this assembly that a signature names.</summary>
internal sealed class NamedTypes : ISignatureTypeProvider<bool, bool>
{
    public List<TypeDefinitionHandle> Found { get; } = [];

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        Found.Add(handle);
        return true;
    }

    public bool GetTypeFromSpecification(
        MetadataReader reader, bool genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    // The parts of the rest were visited before it.
    public bool GetArrayType(bool elementType, ArrayShape shape) => false;

    public bool GetByReferenceType(bool elementType) => false;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => false;

    public bool GetGenericMethodParameter(bool genericContext, int index) => false;

    public bool GetGenericTypeParameter(bool genericContext, int index) => false;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => false;

    public bool GetPinnedType(bool elementType) => false;

    public bool GetPointerType(bool elementType) => false;

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

    public bool GetSZArrayType(bool elementType) => false;

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => false;
}
