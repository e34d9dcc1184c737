//! `#[derive(Read)]` for `evenhand::policy::read`: how a type is filled from a JSON tree.
//!
//! It goes by the same attributes by which serde writes the type, so that each name is declared once: `rename`,
//! `rename_all`, `default` and `transparent`. A struct is a record of fields, each of them once; a field of the type
//! `Option` and one with `default` may be left out. An enum is a choice: `"name"`, or `{ "name": content }`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Data, DataEnum, DeriveInput, Error, Fields, Ident, LitStr, Result, Type, parse_macro_input};

/// Derives `evenhand::policy::read::Read`.
#[proc_macro_derive(Read, attributes(serde))]
pub fn derive_read(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    implement(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}

fn implement(input: &DeriveInput) -> Result<TokenStream> {
    let said = Said::by(&input.attrs)?;
    let (blank, read) = match &input.data {
        Data::Struct(data) if said.transparent => transparent(&data.fields)?,
        Data::Struct(data) => record(&data.fields, &said)?,
        Data::Enum(data) => choice(data, &said)?,
        Data::Union(_) => return Err(Error::new_spanned(input, "a union can't be read")),
    };
    let name = &input.ident;
    let (generics, types, conditions) = input.generics.split_for_impl();
    Ok(quote! {
        impl #generics ::evenhand::policy::read::Read for #name #types #conditions {
            fn blank() -> Self {
                #blank
            }
            fn read(&mut self, json: &::evenhand::policy::json::Json, reader: &mut ::evenhand::policy::read::Reader<'_>) {
                #read
            }
        }
    })
}

/// What the attributes of a type, a field or a variant say.
#[derive(Default)]
struct Said {
    rename: Option<String>,
    rename_all: Option<String>,
    default: bool,
    transparent: bool,
}

impl Said {
    fn by(attributes: &[Attribute]) -> Result<Self> {
        let mut said = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("rename") {
                    said.rename = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("rename_all") {
                    said.rename_all = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("default") {
                    said.default = true;
                } else if meta.path.is_ident("transparent") {
                    said.transparent = true;
                } else if meta.path.is_ident("skip_serializing_if") {
                    meta.value()?.parse::<LitStr>()?;
                } else if !meta.path.is_ident("deny_unknown_fields") {
                    return Err(meta.error("`Read` doesn't know this; write the implementation by hand"));
                }
                Ok(())
            })?;
        }
        Ok(said)
    }

    /// The name in JSON of a field (`at_least`) or a variant (`HalfUp`) of the type of which this is said.
    fn name(&self, ident: &Ident, own: &Self) -> Result<String> {
        if let Some(name) = &own.rename {
            return Ok(name.clone());
        }
        let written = ident.to_string();
        let mut words: Vec<String> = Vec::new();
        for letter in written.trim_start_matches("r#").chars() {
            if letter == '_' || letter.is_uppercase() || words.is_empty() {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut().filter(|_| letter != '_') {
                word.extend(letter.to_lowercase());
            }
        }
        match self.rename_all.as_deref() {
            None => Ok(written),
            Some("lowercase") => Ok(words.concat()),
            Some("kebab-case") => Ok(words.join("-")),
            Some("camelCase") => Ok(words
                .iter()
                .enumerate()
                .map(|(place, word)| {
                    let mut letters = word.chars();
                    let first =
                        letters.next().map(|letter| if place == 0 { letter } else { letter.to_ascii_uppercase() });
                    first.into_iter().chain(letters).collect::<String>()
                })
                .collect()),
            Some(_) => Err(Error::new_spanned(ident, "`Read` knows the cases lowercase, kebab-case and camelCase")),
        }
    }
}

fn is_option(kind: &Type) -> bool {
    matches!(kind, Type::Path(path) if path.path.segments.last().is_some_and(|segment| segment.ident == "Option"))
}

/// A struct with named fields.
fn record(fields: &Fields, said: &Said) -> Result<(TokenStream, TokenStream)> {
    let Fields::Named(fields) = fields else {
        return Err(Error::new_spanned(fields, "`Read` is derived for fields with names"));
    };
    let mut idents = Vec::new();
    let mut kinds = Vec::new();
    let mut shape = Vec::new();
    for field in &fields.named {
        let own = Said::by(&field.attrs)?;
        let Some(ident) = &field.ident else { continue };
        let name = said.name(ident, &own)?;
        let may_be_absent = said.default || own.default || is_option(&field.ty);
        shape.push(quote!((#name, #may_be_absent)));
        idents.push(ident);
        kinds.push(&field.ty);
    }
    let blank = quote!(Self { #(#idents: <#kinds as ::evenhand::policy::read::Read>::blank()),* });
    let read = quote! {
        const SHAPE: &[(&str, bool)] = &[#(#shape),*];
        if let Some(mut record) = reader.record(json, SHAPE) {
            #(record.next(&mut self.#idents);)*
        }
    };
    Ok((blank, read))
}

/// A struct that stands for its only field.
fn transparent(fields: &Fields) -> Result<(TokenStream, TokenStream)> {
    match fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let kinds = fields.unnamed.iter().map(|field| &field.ty);
            let blank = quote!(Self(#(<#kinds as ::evenhand::policy::read::Read>::blank()),*));
            Ok((blank, quote!(::evenhand::policy::read::Read::read(&mut self.0, json, reader))))
        }
        _ => Err(Error::new_spanned(fields, "`Read` is transparent for one field without a name")),
    }
}

/// An enum. Blank, it is the variant that is its `Default`, else the first.
fn choice(data: &DataEnum, said: &Said) -> Result<(TokenStream, TokenStream)> {
    let mut names = Vec::new();
    let mut arms = Vec::new();
    let mut blanks = Vec::new();
    let mut default = 0;
    for (place, variant) in data.variants.iter().enumerate() {
        let ident = &variant.ident;
        if variant.attrs.iter().any(|attribute| attribute.path().is_ident("default")) {
            default = place;
        }
        names.push(said.name(ident, &Said::by(&variant.attrs)?)?);
        match &variant.fields {
            Fields::Unit => {
                blanks.push(quote!(Self::#ident));
                arms.push(quote!(#place => *self = Self::#ident));
            }
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                blanks.push(quote!(Self::#ident(::evenhand::policy::read::Read::blank())));
                arms.push(quote!(#place => *self = Self::#ident(choice.content())));
            }
            _ => return Err(Error::new_spanned(variant, "`Read` is derived for choices with one content at most")),
        }
    }
    let Some(blank) = blanks.get(default) else {
        return Err(Error::new_spanned(&data.variants, "an enum without variants can't be read"));
    };
    let only_names = data.variants.iter().all(|variant| matches!(variant.fields, Fields::Unit));
    let find = if only_names { quote!(reader.name(json, NAMES)) } else { quote!(reader.choice(json, NAMES, CONTENTS)) };
    let contents = data.variants.iter().map(|variant| !matches!(variant.fields, Fields::Unit));
    let contents = if only_names { quote!() } else { quote!(const CONTENTS: &[bool] = &[#(#contents),*];) };
    let found = if only_names { quote!(place) } else { quote!(mut choice) };
    let place = if only_names { quote!(place) } else { quote!(choice.place()) };
    let read = quote! {
        const NAMES: &[&str] = &[#(#names),*];
        #contents
        if let Some(#found) = #find {
            match #place {
                #(#arms,)*
                _ => {}
            }
        }
    };
    Ok((quote!(#blank), read))
}
